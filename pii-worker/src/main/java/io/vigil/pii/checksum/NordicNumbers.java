package io.vigil.pii.checksum;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Personal numbers of Sweden, Norway, Denmark and Finland. */
public final class NordicNumbers {

    private static final int[] NORWEGIAN_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] NORWEGIAN_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] DANISH = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    /** Added to the day of birth for people who are not in the population register. */
    private static final int SWEDISH_COORDINATION = 60;

    private static final int NORWEGIAN_D_NUMBER = 40;

    private NordicNumbers() {}

    /**
     * Personnummer of Sweden, ten or twelve digits: date of birth, serial, Luhn over the last ten. Tax Agency, SKV 704;
     * coordination numbers (SKV 707) have 60 added to the day.
     */
    public static Checksum swedish(String digits) {
        if (digits.length() != 10 && digits.length() != 12) {
            return Checksum.INVALID;
        }
        String ten = digits.substring(digits.length() - 10);
        int day = Digits.pair(ten, 4) % SWEDISH_COORDINATION;
        boolean born = digits.length() == 10
                ? Calendar.hasInSomeCentury(Digits.pair(ten, 0), Digits.pair(ten, 2), day)
                : Calendar.has(Integer.parseInt(digits, 0, 4, 10), Digits.pair(ten, 2), day);
        return Checksum.holds(born && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(ten));
    }

    /**
     * Fødselsnummer of Norway, eleven digits: date of birth, serial, two check digits modulo 11; D numbers have 40 added
     * to the day. Skatteetaten; https://en.wikipedia.org/wiki/National_identity_number_(Norway).
     */
    public static Checksum norwegian(String digits) {
        if (digits.length() != 11) {
            return Checksum.INVALID;
        }
        int day = Digits.pair(digits, 0) % NORWEGIAN_D_NUMBER;
        return Checksum.holds(Calendar.hasInSomeCentury(Digits.pair(digits, 4), Digits.pair(digits, 2), day)
                && Digits.weighted(digits, NORWEGIAN_FIRST) % 11 == 0
                && Digits.weighted(digits, NORWEGIAN_SECOND) % 11 == 0);
    }

    /**
     * CPR number of Denmark, ten digits: date of birth, serial. Until 2007 the weighted sum was divisible by 11.
     * https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret.
     *
     * @return {@link Checksum#UNKNOWN} where only the date fits, as in numbers issued since 2007
     */
    public static Checksum danish(String digits) {
        if (digits.length() != 10
                || !Calendar.hasInSomeCentury(Digits.pair(digits, 4), Digits.pair(digits, 2), Digits.pair(digits, 0))) {
            return Checksum.INVALID;
        }
        return Digits.weighted(digits, DANISH) % 11 == 0 ? Checksum.VALID : Checksum.UNKNOWN;
    }

    /**
     * Henkilötunnus of Finland in capitals and digits, without the sign of the century: date of birth, serial, check
     * character modulo 31. https://dvv.fi/en/personal-identity-code.
     */
    public static Checksum finnish(String compact) {
        // A letter between date and serial is the sign of the century; a dash or plus sign is not here any more.
        String value = compact.length() == 11 ? compact.substring(0, 6) + compact.substring(7) : compact;
        if (value.length() != 10
                || !Digits.only(value.substring(0, 9))
                || !Calendar.hasInSomeCentury(Digits.pair(value, 4), Digits.pair(value, 2), Digits.pair(value, 0))) {
            return Checksum.INVALID;
        }
        int number = Integer.parseInt(value, 0, 9, 10);
        return Checksum.holds(FINNISH.charAt(number % 31) == value.charAt(9));
    }
}
