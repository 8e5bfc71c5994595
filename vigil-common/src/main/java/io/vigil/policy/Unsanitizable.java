package io.vigil.policy;

/**
 * What happens where the score asks for sanitising and nobody can say what to take out.
 *
 * @param blockFrom scores from here are blocked then, 0 to 100; lower ones pass with the flag {@code suspicious}
 * @param highWithoutSpan whether one branch that reads {@code HIGH} and names no removable span is enough, although
 *     other branches name spans: what made it {@code HIGH} would stay in the text
 */
public record Unsanitizable(int blockFrom, boolean highWithoutSpan) {

    public Unsanitizable {
        Allowed.score("unsanitizable.block_from", blockFrom);
    }
}
