package io.vigil.pii.recogniser.secrets;

/**
 * How a provider writes its keys: a beginning, and then so many characters of an alphabet.
 *
 * @param prefix how every key begins
 * @param alphabet the characters that follow
 * @param least fewest characters behind the beginning
 * @param most most characters behind the beginning
 */
record KeyFormat(String prefix, Alphabet alphabet, int least, int most) {

    /** Characters of keys. */
    enum Alphabet {
        /** Hexadecimal digits in small letters. */
        HEX,
        /** Capitals and digits. */
        CAPITALS,
        /** Letters and digits. */
        WORD,
        /** Letters, digits, {@code -} and {@code _}. */
        URL,
        /** Letters, digits, {@code -}, {@code _} and {@code .}. */
        DOTTED;

        boolean has(char c) {
            boolean digit = c >= '0' && c <= '9';
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            return switch (this) {
                case HEX -> digit || (c >= 'a' && c <= 'f');
                case CAPITALS -> digit || capital;
                case WORD -> digit || small || capital;
                case URL -> digit || small || capital || c == '-' || c == '_';
                case DOTTED -> digit || small || capital || c == '-' || c == '_' || c == '.';
            };
        }
    }

    /** Exactly so many characters. */
    static KeyFormat exactly(String prefix, Alphabet alphabet, int count) {
        return new KeyFormat(prefix, alphabet, count, count);
    }

    /** At least so many characters, and 300 at most. */
    static KeyFormat atLeast(String prefix, Alphabet alphabet, int least) {
        return new KeyFormat(prefix, alphabet, least, 300);
    }

    /** Where a key that begins at a position ends; 0 where there is none. */
    int end(String text, int start) {
        if (!text.startsWith(prefix, start)) {
            return 0;
        }
        int body = start + prefix.length();
        int end = body;
        while (end < text.length() && end - body <= most && alphabet.has(text.charAt(end))) {
            end++;
        }
        while (end > body && text.charAt(end - 1) == '.') {
            end--;
        }
        return end - body >= least && end - body <= most ? end : 0;
    }
}
