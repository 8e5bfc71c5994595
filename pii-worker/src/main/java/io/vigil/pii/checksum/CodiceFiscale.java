package io.vigil.pii.checksum;

/**
 * Fiscal code of a person in Italy: sixteen letters and digits that stand for surname, name, date of birth, sex and
 * place, and a check letter. Decree of the Minister of Finance of 23 December 1976 (n. 13813).
 */
public final class CodiceFiscale {

    /** Values at odd places of 0 to 9 and of A to J, in this order. */
    private static final int[] ODD_DIGITS = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    /** Values at odd places of K to Z. */
    private static final int[] ODD_LETTERS = {2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};

    private static final String MONTHS = "ABCDEHLMPRST";
    /** Letters that stand for digits where two people would have the same code, by digit. */
    private static final String OMOCODIA = "LMNPQRSTUV";
    /** Added to the day of birth of women. */
    private static final int FEMALE = 40;

    private CodiceFiscale() {}

    /** Takes capitals and digits, nothing else. */
    public static Checksum check(String compact) {
        if (compact.length() != 16) {
            return Checksum.INVALID;
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum += i % 2 == 0 ? odd(compact.charAt(i)) : even(compact.charAt(i));
        }
        return Checksum.holds('A' + sum % 26 == compact.charAt(15) && hasBirthday(compact));
    }

    private static boolean hasBirthday(String compact) {
        int month = MONTHS.indexOf(compact.charAt(8)) + 1;
        int year = digit(compact.charAt(6)) * 10 + digit(compact.charAt(7));
        int day = (digit(compact.charAt(9)) * 10 + digit(compact.charAt(10))) % FEMALE;
        return year >= 0 && Calendar.hasInSomeCentury(year, month, day);
    }

    private static int digit(char c) {
        return c <= '9' ? c - '0' : OMOCODIA.indexOf(c);
    }

    private static int even(char c) {
        return c <= '9' ? c - '0' : c - 'A';
    }

    private static int odd(char c) {
        int value = even(c);
        return value < 10 ? ODD_DIGITS[value] : ODD_LETTERS[value - 10];
    }
}
