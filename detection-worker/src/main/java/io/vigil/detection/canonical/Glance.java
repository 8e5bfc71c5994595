package io.vigil.detection.canonical;

import io.vigil.detection.canonical.spelling.Respelling.Reason;
import java.util.EnumSet;
import java.util.Set;

/** One cheap walk over a text that tells which of the costlier steps could find anything. */
final class Glance {

    private static final int LONG_RUN = 16;
    private static final int MANY_TOKENS = 4;
    private static final int MANY_HUMPS = 2;
    private static final int LONG_WORD = 20;

    private boolean encoded;
    private boolean spaced;
    private boolean leet;
    private boolean stretched;
    private boolean cut;
    private boolean humped;
    private boolean runTogether;

    private int runLength;
    private int tokenLength;
    private int humps;
    private int marks;
    private int markedTokens;
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
        morse(c);
        runLength = c == '+' || c == '/' || c == '-' || c == '_' ? runLength + 1 : 0;
        encoded |= runLength >= LONG_RUN || c == '%' || c == '&' || c == '\\';
        cut |= c == '<' || (letter(last) && (c == '*' || c == '/' || c == '~' || c == '`' || c == '\\'));
        if (tokenLength > 0) {
            endToken();
        }
    }

    private void word(char before, char last, char c, boolean letter) {
        runLength++;
        encoded |= runLength >= LONG_RUN;
        tokenIsHex = (tokenLength == 0 || tokenIsHex) && Character.digit(c, 16) >= 0;
        tokenLength++;
        marks = 0;
        markedTokens = 0;
        if (letter) {
            humps += c <= 'Z' && c >= 'A' && last >= 'a' && last <= 'z' ? 1 : 0;
            stretched |= c == last && c == before;
            leet |= last < 0x80 && !letter(last) && leetSign(last);
        }
    }

    private void endToken() {
        singles = tokenLength == 1 ? singles + 1 : 0;
        bytes = tokenIsHex && (tokenLength == 2 || tokenLength == 8) ? bytes + 1 : 0;
        spaced |= singles >= MANY_TOKENS;
        encoded |= bytes >= MANY_TOKENS;
        humped |= humps >= MANY_HUMPS;
        runTogether |= tokenLength >= LONG_WORD;
        humps = 0;
        tokenLength = 0;
    }

    /** Tokens of dots and dashes one after the other. */
    private void morse(char c) {
        if (c == '.' || c == '-' || c == '\u00b7' || c == '\u2022' || c == '\u2219' || c == '\u2013' || c == '\u2014') {
            marks++;
        } else if (marks > 0) {
            markedTokens += marks <= 5 ? 1 : 0;
            marks = 0;
            encoded |= markedTokens >= MANY_TOKENS;
        }
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x80 && Character.isLetter(c));
    }

    private static boolean leetSign(char c) {
        return (c >= '0' && c <= '9' && c != '2') || c == '@' || c == '$' || c == '!' || c == '|' || c == '+';
    }

    /** Whether there could be encoded passages. */
    boolean encoded() {
        return encoded;
    }

    /** Whether any word could be spelled in a roundabout way. */
    boolean respelled() {
        return spaced || leet || stretched || cut || humped || runTogether;
    }

    /** Why words could have to be respelled. */
    Set<Reason> reasons() {
        var reasons = EnumSet.noneOf(Reason.class);
        add(reasons, Reason.SPACED, spaced || runTogether);
        add(reasons, Reason.LEET, leet);
        add(reasons, Reason.STRETCHED, stretched);
        add(reasons, Reason.CUT, cut);
        add(reasons, Reason.HUMPED, humped);
        return reasons;
    }

    private static void add(Set<Reason> reasons, Reason reason, boolean seen) {
        if (seen) {
            reasons.add(reason);
        }
    }
}
