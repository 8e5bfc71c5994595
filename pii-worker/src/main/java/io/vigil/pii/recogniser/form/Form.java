package io.vigil.pii.recogniser.form;

/**
 * One way of writing an identifier, as an expression without unbounded repetition: characters, {@code \d}, classes as
 * {@code [A-F0-9-]}, groups, {@code |}, {@code ?}, <code>{n}</code> and <code>{m,n}</code>. What it matches therefore has a
 * greatest length, and looking for it at one position takes at most that many steps.
 *
 * @param expression what is written, in ASCII
 * @param certain whether this way of writing, with a valid checksum, is enough; otherwise context words are needed
 * @param exactCase whether capital and small letters differ
 */
public record Form(String expression, boolean certain, boolean exactCase) {

    /** Needs no context words where the checksum is valid; ignores case. */
    public static Form certain(String expression) {
        return new Form(expression, true, false);
    }

    /** Looks like other things too: counts only beside context words; ignores case. */
    public static Form ambiguous(String expression) {
        return new Form(expression, false, false);
    }

    /** Needs no context words where the checksum is valid; capital and small letters differ. */
    public static Form exact(String expression) {
        return new Form(expression, true, true);
    }
}
