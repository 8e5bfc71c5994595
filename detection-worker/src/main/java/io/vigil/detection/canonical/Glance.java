package io.vigil.detection.canonical;

/** One cheap walk over a text that tells which of the costlier steps could find anything. */
final class Glance {

    private static final int LONG_RUN = 16;
    private static final int MANY_TOKENS = 4;

    private boolean encoded;
    private boolean spaced;
    private boolean leet;
    private boolean stretched;
    private boolean cut;

    private int runLength;
    private int tokenLength;
    private boolean tokenIsHex;
    private int singles;
    private int bytes;

    private Glance() {}

    /** Looks at a text once. */
    static Glance at(String text) {
        var glance = new Glance();
        char before = ' ';
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            glance.step(before, last, c);
            before = last;
            last = c;
        }
        glance.step(before, last, ' ');
        return glance;
    }

    private void step(char before, char last, char c) {
        boolean letter = letter(c);
        boolean digit = c >= '0' && c <= '9';
        if (letter || digit) {
            word(before, last, c, letter);
            return;
        }
        runLength = c == '+' || c == '/' || c == '-' || c == '_' ? runLength + 1 : 0;
        encoded |= runLength >= LONG_RUN || c == '%' || c == '&' || c == '\\';
        cut |= letter(last) && (c == '<' || c == '*' || c == '/' || c == '~' || c == '`');
        if (tokenLength > 0) {
            endToken();
        }
    }

    private void word(char before, char last, char c, boolean letter) {
        runLength++;
        encoded |= runLength >= LONG_RUN;
        tokenIsHex = (tokenLength == 0 || tokenIsHex) && Character.digit(c, 16) >= 0;
        tokenLength++;
        if (letter) {
            stretched |= c == last && c == before;
            leet |= last < 0x80 && !letter(last) && leetSign(last);
        }
    }

    private void endToken() {
        singles = tokenLength == 1 ? singles + 1 : 0;
        bytes = tokenIsHex && (tokenLength == 2 || tokenLength == 8) ? bytes + 1 : 0;
        spaced |= singles >= MANY_TOKENS;
        encoded |= bytes >= MANY_TOKENS;
        tokenLength = 0;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x80 && Character.isLetter(c));
    }

    private static boolean leetSign(char c) {
        return (c >= '0' && c <= '8' && c != '2' && c != '6') || c == '@' || c == '$' || c == '!' || c == '|';
    }

    /** Whether there could be encoded passages. */
    boolean encoded() {
        return encoded;
    }

    /** Whether letters could be spaced out. */
    boolean spaced() {
        return spaced;
    }

    /** Whether digits could stand for letters. */
    boolean leet() {
        return leet;
    }

    /** Whether letters are repeated. */
    boolean stretched() {
        return stretched;
    }

    /** Whether markup could cut words. */
    boolean cut() {
        return cut;
    }

    /** Whether any word could be spelled in a roundabout way. */
    boolean respelled() {
        return spaced || leet || stretched || cut;
    }
}
