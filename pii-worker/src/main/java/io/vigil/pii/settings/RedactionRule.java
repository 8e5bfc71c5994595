package io.vigil.pii.settings;

import io.vigil.message.RedactionKind;
import io.vigil.redaction.RedactionMode;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the values of one entity type.
 *
 * @param text with {@code token}: what stands in the place of the value, 1 to 50 characters; null for the catalogue's
 * @param keepLast with {@code mask}: characters to keep at the end, 0 to 8; null for 0
 */
public record RedactionRule(
        RedactionKind mode, @Nullable String text, @Nullable Integer keepLast) {

    private static final int LONGEST_TEXT = 50;
    private static final int MOST_KEPT = 8;

    public RedactionRule {
        Allowed.present("redaction mode", mode);
        if (text != null) {
            Allowed.text("redaction text", text, LONGEST_TEXT);
            if (mode != RedactionKind.TOKEN) {
                throw new IllegalArgumentException("redaction text goes with the mode token only");
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("redaction text must have no control characters");
            }
        }
        if (keepLast != null) {
            if (mode != RedactionKind.MASK) {
                throw new IllegalArgumentException("redaction keep_last goes with the mode mask only");
            }
            if (keepLast < 0 || keepLast > MOST_KEPT) {
                throw new IllegalArgumentException("redaction keep_last must be 0 to " + MOST_KEPT);
            }
        }
    }

    /** A mode with nothing else said. */
    public static RedactionRule of(RedactionKind mode) {
        return new RedactionRule(mode, null, null);
    }

    /**
     * The mode for an entity type.
     *
     * @param token the catalogue's token, e.g. {@code [EMAIL]}
     */
    RedactionMode mode(String entity, String token) {
        return switch (mode) {
            case TOKEN -> new RedactionMode.Token(text == null ? token : text);
            case NUMBERED -> new RedactionMode.Numbered(name(entity, token));
            case MASK -> new RedactionMode.Mask(keepLast == null ? 0 : keepLast);
            case HASH -> new RedactionMode.Hash(name(entity, token));
            case DROP -> new RedactionMode.Drop();
            case REVERSIBLE -> new RedactionMode.Reversible(name(entity, token));
        };
    }

    private static String name(String entity, String token) {
        boolean bracketed = token.length() > 2 && token.startsWith("[") && token.endsWith("]");
        return bracketed ? token.substring(1, token.length() - 1) : entity;
    }
}
