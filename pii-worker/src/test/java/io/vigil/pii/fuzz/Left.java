package io.vigil.pii.fuzz;

import io.vigil.message.PiiEntity;
import java.util.BitSet;
import java.util.List;

/** Whether a value is still in sight. */
final class Left {

    private Left() {}

    /**
     * Whether any value that was found stands somewhere else in the text, as a whole word or number, where nothing covers
     * it. Counts values that are long enough to be told from chance; a single word without digits may be a name in one
     * place and none in another.
     */
    static boolean in(String text, List<PiiEntity> found) {
        var covered = new BitSet();
        found.forEach(entity -> covered.set(entity.span().start(), entity.span().end()));
        return found.stream()
                .map(entity ->
                        text.substring(entity.span().start(), entity.span().end()))
                .distinct()
                .anyMatch(value -> isTelling(value) && isUncovered(text, value, covered));
    }

    private static boolean isTelling(String value) {
        boolean telling = value.chars().anyMatch(c -> c == ' ' || c == '@' || Character.isDigit(c));
        long parts = value.chars().filter(Character::isLetterOrDigit).count();
        return telling && parts >= 4 && value.length() <= 64;
    }

    private static boolean isUncovered(String text, String value, BitSet covered) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            int next = covered.nextSetBit(at);
            boolean free = next < 0 || next >= at + value.length();
            if (free && !inside(text, at) && !inside(text, at + value.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(String text, int index) {
        if (index == 0 || index == text.length()) {
            return false;
        }
        char before = text.charAt(index - 1);
        char c = text.charAt(index);
        return (Character.isDigit(before) && Character.isDigit(c))
                || (Character.isLetter(before) && Character.isLetter(c));
    }
}
