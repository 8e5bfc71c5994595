package io.vigil.pii.shadow;

import io.vigil.message.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text in the spelling that recognisers read, with the way back to the original. Decimal digits of every script and
 * full-width forms become ASCII, every dash becomes {@code -}, every space {@code ' '}; invisible characters are left
 * out. Line breaks and all letters stay. Immutable.
 */
public final class ShadowText {

    private final String original;
    private final String text;
    /** Index in the original for each index in {@link #text}; null where both are the same. */
    private final int @Nullable [] origins;

    private ShadowText(String original, String text, int @Nullable [] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    /** Reads a text; takes one pass, and no copy where the text is spelled plainly already. */
    public static ShadowText of(String original) {
        int plain = 0;
        while (plain < original.length() && Spelling.isPlain(original.charAt(plain))) {
            plain++;
        }
        return plain == original.length() ? new ShadowText(original, original, null) : respelled(original, plain);
    }

    private static ShadowText respelled(String original, int plain) {
        var text = new StringBuilder(original.length()).append(original, 0, plain);
        var origins = new int[original.length()];
        for (int i = 0; i < plain; i++) {
            origins[i] = i;
        }
        for (int i = plain; i < original.length(); ) {
            int point = original.codePointAt(i);
            int width = Character.charCount(point);
            int spelled = Spelling.of(point);
            if (spelled != Spelling.INVISIBLE) {
                origins[text.length()] = i;
                if (Character.isSupplementaryCodePoint(spelled)) {
                    origins[text.length() + 1] = i + 1;
                }
                text.appendCodePoint(spelled);
            }
            i += width;
        }
        return new ShadowText(original, text.toString(), origins);
    }

    /** The text as recognisers read it. */
    public String text() {
        return text;
    }

    /** The part of the original that a part of this text stands for. */
    public Span origin(int start, int end) {
        if (origins == null) {
            return new Span(start, end);
        }
        int last = origins[end - 1];
        boolean pair = !Character.isSurrogate(text.charAt(end - 1)) && Character.isHighSurrogate(original.charAt(last));
        return new Span(origins[start], last + (pair ? 2 : 1));
    }

    /** Says how long the text is, never what it says. */
    @Override
    public String toString() {
        return "ShadowText[" + text.length() + " characters]";
    }
}
