package io.vigil.detection.canonical.unicode;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/**
 * Takes off what Unicode offers for hiding: invisible characters, direction controls, tag characters and variation
 * selectors that spell text, look-alike and decorative letters, stacked marks. Case stays. Thread-safe.
 */
public final class Cleaning {

    private final Confusables confusables = new Confusables();

    /**
     * Cleans a text; linear in its length.
     *
     * @return the text itself where it is pure ASCII
     */
    public MappedText apply(MappedText source, Traces traces) {
        return ascii(source.text()) ? source : new Pass(source, traces).run();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean latin(int cp) {
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    }

    /** One walk over one text. */
    private final class Pass {

        private final MappedText source;
        private final String text;
        private final Traces traces;
        private final Rewriting result;
        private int marks;
        private boolean flag;

        Pass(MappedText source, Traces traces) {
            this.source = source;
            this.text = source.text();
            this.traces = traces;
            this.result = new Rewriting(source);
        }

        MappedText run() {
            int i = 0;
            while (i < source.length()) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    result.copy(i);
                    marks = 0;
                    flag = false;
                    i++;
                } else {
                    int cp = text.codePointAt(i);
                    i = foreign(cp, i, i + Character.charCount(cp));
                }
            }
            return result.finish();
        }

        private int foreign(int cp, int start, int end) {
            if (Invisibles.combining(cp)) {
                marks++;
                traces.add(Disguise.STACKED_MARK, marks == 3 ? 1 : 0);
                return end;
            }
            marks = 0;
            if (Invisibles.tag(cp)) {
                return tags(start);
            }
            if (Invisibles.selectorByte(cp) >= 0) {
                return selectors(start);
            }
            if (Invisibles.zeroWidth(cp) || Invisibles.bidi(cp)) {
                invisible(cp, end);
                return end;
            }
            letter(cp, start, end);
            flag = cp == 0x1F3F4;
            return end;
        }

        private void invisible(int cp, int end) {
            if (Invisibles.overridesDirection(cp)) {
                traces.add(Disguise.BIDI_CONTROL, 1);
            } else if (Invisibles.zeroWidth(cp)) {
                boolean inLatin = latin(result.last()) && end < text.length() && latin(text.charAt(end));
                traces.add(
                        Disguise.ZERO_WIDTH, cp != 0x00AD && (inLatin || !Invisibles.ordinaryOutsideLatin(cp)) ? 1 : 0);
            }
        }

        private int tags(int start) {
            int i = start;
            if (!flag) {
                result.put(' ', start, start + 2);
            }
            while (i < text.length() && Invisibles.tag(text.codePointAt(i))) {
                int ascii = text.codePointAt(i) - 0xE0000;
                if (!flag && ascii >= 0x20 && ascii < 0x7F) {
                    result.put((char) ascii, i, i + 2);
                    traces.add(Disguise.TAG_CHARACTER, 1);
                }
                i += 2;
            }
            flag = false;
            return i;
        }

        private int selectors(int start) {
            var hidden = new StringBuilder();
            int i = start;
            while (i < text.length() && Invisibles.selectorByte(text.codePointAt(i)) >= 0) {
                hidden.append((char) Invisibles.selectorByte(text.codePointAt(i)));
                i += Character.charCount(text.codePointAt(i));
            }
            if (hidden.length() >= 4 && hidden.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7F))) {
                traces.add(Disguise.VARIATION_SELECTOR, hidden.length());
                result.put(" " + hidden + " ", start, i);
            }
            return i;
        }

        private void letter(int cp, int start, int end) {
            String reading = confusables.reading(cp);
            if (reading.isEmpty()) {
                result.copy(start, end);
                return;
            }
            boolean spelled = reading.length() == 1 && latin(reading.charAt(0));
            if (spelled && decorative(cp)) {
                traces.add(Disguise.STYLED_LETTER, 1);
            } else if (spelled && foreignScript(cp) && besideLatin(start, end)) {
                traces.add(Disguise.HOMOGLYPH, 1);
            }
            result.put(reading, start, end);
        }

        private boolean besideLatin(int start, int end) {
            return (start > 0 && latin(text.charAt(start - 1))) || (end < text.length() && latin(text.charAt(end)));
        }
    }

    private static boolean decorative(int cp) {
        return (cp >= 0xFF21 && cp <= 0xFF5A)
                || (cp >= 0x1D400 && cp <= 0x1D7FF)
                || (cp >= 0x24B6 && cp <= 0x24E9)
                || (cp >= 0x1F110 && cp <= 0x1F189);
    }

    private static boolean foreignScript(int cp) {
        return switch (Character.UnicodeScript.of(cp)) {
            case LATIN, COMMON, INHERITED -> false;
            default -> Character.isLetter(cp);
        };
    }
}
