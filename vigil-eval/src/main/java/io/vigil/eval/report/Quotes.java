package io.vigil.eval.report;

/** Text of the files where people asked to see it. */
final class Quotes {

    private static final int SHOWN = 160;

    private Quotes() {}

    /** The beginning of a text on one line; a text may hold anything, also codes that drive a terminal. */
    static String oneLine(String text) {
        int length = text.codePointCount(0, text.length());
        return text.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append(length > SHOWN ? "…" : "")
                .toString();
    }
}
