package io.vigil.pii.recogniser.name;

import java.util.List;

/** Cuts a text into words, in one pass. Thread-safe. */
final class WordReader {

    private static final long NAME = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);
    /** Characters that make no prose of what they stand in. */
    private static final String CODE = "@_\\{}=";

    private static final List<String> NAME_PREFIXES = List.of("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz");

    private final Lexicon lexicon;

    WordReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Words read(String text) {
        var words = new Words(text);
        int behind = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean digit = isDigit(c);
            if (!digit && !Character.isLetter(c)) {
                i++;
                continue;
            }
            int end = digit ? endOfNumber(text, i) : endOfWord(text, i);
            long traits = digit ? 0 : traits(text, i, end);
            words.add(i, end, traits, digit ? Case.NUMBER : caseOf(text, i, end), Gap.of(text, behind, i));
            behind = end;
            i = end;
        }
        return words;
    }

    private long traits(String text, int start, int end) {
        long traits = lexicon.traits(Lexicon.hash(Lexicon.EMPTY, text, start, end));
        int hyphen = text.indexOf('-', start, end);
        return traits == 0 && hyphen > 0 ? compound(text, start, hyphen, end) : traits;
    }

    /** A word with a hyphen is a name where its first part is one, and ordinary where both parts are. */
    private long compound(String text, int start, int hyphen, int end) {
        long first = lexicon.traits(Lexicon.hash(Lexicon.EMPTY, text, start, hyphen));
        long second = lexicon.traits(Lexicon.hash(Lexicon.EMPTY, text, hyphen + 1, end));
        boolean plain = !Character.isUpperCase(text.charAt(hyphen + 1));
        long names = plain ? first & second & NAME : (first | second) & NAME;
        long ordinary = Trait.anyOf(Trait.ORDINARY, Trait.FUNCTION, Trait.BRAND);
        return names | ((first | second) & ordinary);
    }

    private static int endOfWord(String text, int start) {
        int i = start + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean inside = Character.isLetter(c) || Folding.isMark(c);
            if (!inside && !joins(text, i)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Whether a hyphen or apostrophe is part of a word: not in {@code John's} and {@code I'm}. */
    private static boolean joins(String text, int index) {
        char c = text.charAt(index);
        if (index + 1 >= text.length() || !Character.isLetter(text.charAt(index + 1))) {
            return false;
        }
        boolean apostrophe = c == '\'' || c == '\u2019';
        return c == '-'
                || (apostrophe
                        && Character.isUpperCase(text.charAt(index + 1))
                        && index + 2 < text.length()
                        && Character.isLowerCase(text.charAt(index + 2)));
    }

    private static int endOfNumber(String text, int start) {
        int i = start + 1;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static Case caseOf(String text, int start, int end) {
        if (isCode(text, start - 1) || isCode(text, end) || touches(text, start, end)) {
            return Case.CODE;
        }
        if (!Character.isUpperCase(text.charAt(start))) {
            return Case.SMALL;
        }
        if (end - start == 1) {
            return Case.INITIAL;
        }
        boolean small = false;
        boolean capitalInside = false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            small |= Character.isLowerCase(c);
            capitalInside |= Character.isUpperCase(c) && small && Character.isLowerCase(text.charAt(i - 1));
        }
        if (!small) {
            return Case.CAPITALS;
        }
        return capitalInside && !isCompoundName(text, start) ? Case.CODE : Case.CAPITAL;
    }

    /** Whether capitals inside are as in {@code McDonald}, {@code MacLeod} and {@code DeVito}. */
    private static boolean isCompoundName(String text, int start) {
        for (String prefix : NAME_PREFIXES) {
            int next = start + prefix.length();
            if (text.startsWith(prefix, start) && next < text.length() && Character.isUpperCase(text.charAt(next))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCode(String text, int index) {
        return index >= 0 && index < text.length() && CODE.indexOf(text.charAt(index)) >= 0;
    }

    /** Whether a word is part of something longer: a digit touches it, or a dot or slash joins it to a letter. */
    private static boolean touches(String text, int start, int end) {
        return joinedBefore(text, start) || joinedBehind(text, end);
    }

    private static boolean joinedBefore(String text, int start) {
        if (start == 0) {
            return false;
        }
        char c = text.charAt(start - 1);
        boolean joint = c == '.' || c == '/' || (c == ':' && start > 1 && text.charAt(start - 2) == ':');
        return isDigit(c)
                || (joint
                        && start > 1
                        && Character.isLowerCase(text.charAt(start - 2))
                        && Character.isLowerCase(text.charAt(start)));
    }

    private static boolean joinedBehind(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        boolean more = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        boolean call = c == '(' && more && end + 1 < text.length() && text.charAt(end + 1) == ')';
        return isDigit(c) || call || ((c == '.' || c == '/') && more && Character.isLowerCase(text.charAt(end + 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
