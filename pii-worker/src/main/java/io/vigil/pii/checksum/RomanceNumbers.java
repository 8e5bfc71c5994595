package io.vigil.pii.checksum;

/** Numbers of France, Spain and Portugal. All take capitals and digits, nothing else. */
public final class RomanceNumbers {

    private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String NIE = "XYZ";
    private static final int[] NIF = {9, 8, 7, 6, 5, 4, 3, 2};
    /** First digits that are given to people and companies. */
    private static final String NIF_KINDS = "1235689";

    private RomanceNumbers() {}

    /**
     * NIR of France, the number of social security: sex, year and month of birth, place, serial, and a key of two digits
     * modulo 97; the departments 2A and 2B of Corsica count as 19 and 18. Decree 82-103 of 22 January 1982.
     */
    public static Checksum nir(String compact) {
        if (compact.length() != 15 || !Digits.only(compact.substring(7)) || !isMonth(Digits.pair(compact, 3))) {
            return Checksum.INVALID;
        }
        String department = compact.substring(5, 7);
        String number = switch (department) {
            case "2A" -> compact.substring(0, 5) + "19" + compact.substring(7, 13);
            case "2B" -> compact.substring(0, 5) + "18" + compact.substring(7, 13);
            default -> compact.substring(0, 13);
        };
        if (!Digits.only(number) || Integer.parseInt(compact, 10, 13, 10) == 0) {
            return Checksum.INVALID;
        }
        return Checksum.holds(97 - Long.parseLong(number) % 97 == Digits.pair(compact, 13));
    }

    /** DNI of Spain, eight digits, or NIE, a letter and seven digits; then a letter modulo 23. Royal Decree 1553/2005. */
    public static Checksum dni(String compact) {
        int foreigner = NIE.indexOf(compact.charAt(0));
        String digits = (foreigner < 0 ? "" : foreigner) + Digits.of(compact);
        if (digits.length() != 8 || compact.length() != 9 || Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        return Checksum.holds(DNI.charAt(Integer.parseInt(digits) % 23) == compact.charAt(8));
    }

    /** NIF of Portugal, nine digits: modulo 11, where 10 counts as 0. Decree-Law 14/2013, article 7. */
    public static Checksum nif(String digits) {
        if (digits.length() != 9 || Digits.allEqual(digits) || !isNifKind(digits)) {
            return Checksum.INVALID;
        }
        return Checksum.holds((11 - Digits.weighted(digits, NIF) % 11) % 11 % 10 == Digits.at(digits, 8));
    }

    private static boolean isNifKind(String digits) {
        return NIF_KINDS.indexOf(digits.charAt(0)) >= 0 || digits.startsWith("45") || digits.startsWith("7");
    }

    /** Months, and the numbers that stand for an unknown month. */
    private static boolean isMonth(int month) {
        return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    }
}
