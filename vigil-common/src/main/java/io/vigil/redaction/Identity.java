package io.vigil.redaction;

/** What two ways of writing one value have in common. */
public final class Identity {

    private Identity() {}

    /**
     * A value without regard to case and white space; of a value without letters, its digits alone. Two values with one
     * identity are taken for the same.
     */
    public static String of(String value) {
        boolean letters = value.codePoints().anyMatch(Character::isLetter);
        boolean digits = value.codePoints().anyMatch(Character::isDigit);
        var identity = new StringBuilder(value.length());
        value.codePoints()
                .filter(point -> (letters || !digits) ? !blank(point) : Character.isDigit(point))
                .map(Identity::folded)
                .forEach(identity::appendCodePoint);
        return identity.toString();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static int folded(int point) {
        return Character.isDigit(point) ? '0' + Character.digit(point, 10) : Character.toLowerCase(point);
    }
}
