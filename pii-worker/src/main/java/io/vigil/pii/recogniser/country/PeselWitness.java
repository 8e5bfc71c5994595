package io.vigil.pii.recogniser.country;

import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PolishNumbers;
import java.time.LocalDate;

/**
 * A PESEL says when its owner was born and of which sex. Where the text near by says so too, agreement adds to the score and
 * contradiction takes from it. Either alone moves it by little: the text may speak of somebody else.
 */
final class PeselWitness {

    private static final double STEP = 0.05;
    private static final int BEFORE = 70;
    private static final int BEHIND = 50;

    private PeselWitness() {}

    /** Compares; see {@link io.vigil.pii.recogniser.Witness}. */
    static double weigh(String text, int start, int end) {
        var before = new Statements(text.substring(Math.max(0, start - BEFORE), start));
        var behind = new Statements(text.substring(end, Math.min(text.length(), end + BEHIND)));
        String pesel = Digits.of(text.substring(start, end));
        return STEP * (sex(before, behind, PolishNumbers.isMale(pesel)) + birth(before, behind, pesel));
    }

    /** A text that speaks of men and women says nothing about either. */
    private static int sex(Statements before, Statements behind, boolean male) {
        boolean saysMale = before.saysMale() || behind.saysMale();
        boolean saysFemale = before.saysFemale() || behind.saysFemale();
        return saysMale == saysFemale ? 0 : saysMale == male ? 1 : -1;
    }

    /** One date that agrees outweighs others that do not: a text has other dates too. */
    private static int birth(Statements before, Statements behind, String pesel) {
        if (!before.hasDates() && !behind.hasDates()) {
            return 0;
        }
        LocalDate born = PolishNumbers.birthDate(pesel);
        boolean agrees = before.has(born) || behind.has(born);
        return agrees ? 1 : before.saysBirth() || behind.saysBirth() ? -1 : 0;
    }
}
