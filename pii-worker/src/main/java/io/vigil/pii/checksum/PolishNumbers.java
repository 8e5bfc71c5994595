package io.vigil.pii.checksum;

import java.time.LocalDate;

/** Checksums of the numbers that the Polish state gives to people and companies. All take plain ASCII digits. */
public final class PolishNumbers {

    private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int[] NIP = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final int[] REGON_9 = {8, 9, 2, 3, 4, 5, 6, 7};
    private static final int[] REGON_14 = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
    /** First year of the century that each fifth of the month numbers stands for. */
    private static final int[] CENTURIES = {1900, 2000, 2100, 2200, 1800};

    private PolishNumbers() {}

    /**
     * PESEL, the number of a person: date of birth with the century in the month, serial number, check digit.
     * Population Registration Act of 24 September 2010, article 15 (Dz.U. 2010 nr 217 poz. 1427).
     *
     * @return {@link Checksum#UNKNOWN} for a well-formed number of a century that has not come yet
     */
    public static Checksum pesel(String digits) {
        if (digits.length() != 11 || Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        int expected = (10 - Digits.weighted(digits, PESEL) % 10) % 10;
        int month = Digits.pair(digits, 2);
        int century = century(digits);
        if (expected != Digits.at(digits, 10)
                || !Calendar.has(century + Digits.pair(digits, 0), month % 20, Digits.pair(digits, 4))) {
            return Checksum.INVALID;
        }
        return century > 2000 ? Checksum.UNKNOWN : Checksum.VALID;
    }

    /** When the owner of a PESEL was born, which is not {@link Checksum#INVALID}. */
    public static LocalDate birthDate(String pesel) {
        return LocalDate.of(century(pesel) + Digits.pair(pesel, 0), Digits.pair(pesel, 2) % 20, Digits.pair(pesel, 4));
    }

    /** Whether the owner of a PESEL is a man: the last digit of the serial number is odd. */
    public static boolean isMale(String pesel) {
        return Digits.at(pesel, 9) % 2 == 1;
    }

    private static int century(String pesel) {
        return CENTURIES[Digits.pair(pesel, 2) / 20];
    }

    /** NIP, the tax number: weighted sum modulo 11, never 10. Regulation of the Finance Minister, Dz.U. 1997 nr 112 poz. 737. */
    public static Checksum nip(String digits) {
        if (digits.length() != 10 || Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        return Checksum.holds(Digits.weighted(digits, NIP) % 11 == Digits.at(digits, 9));
    }

    /**
     * REGON, the number of a company (9 digits) or of its local unit (14 digits, beginning with the company's number):
     * weighted sum modulo 11, where 10 counts as 0. Regulation of the
     * Council of Ministers of 30 November 2015 on the register REGON; https://pl.wikipedia.org/wiki/REGON.
     */
    public static Checksum regon(String digits) {
        if (Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        return switch (digits.length()) {
            case 9 -> Checksum.holds(registered(digits, REGON_9));
            case 14 -> Checksum.holds(registered(digits, REGON_9) && registered(digits, REGON_14));
            default -> Checksum.INVALID;
        };
    }

    private static boolean registered(String digits, int... weights) {
        return Digits.weighted(digits, weights) % 11 % 10 == Digits.at(digits, weights.length);
    }
}
