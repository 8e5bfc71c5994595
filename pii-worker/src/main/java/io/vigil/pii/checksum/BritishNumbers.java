package io.vigil.pii.checksum;

/** Numbers of the United Kingdom. */
public final class BritishNumbers {

    private static final int[] NHS = {10, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String NEVER_FIRST = "DFIUV";
    private static final String NEVER_SECOND = "DFIOUV";
    private static final String NEVER_TOGETHER = "BG GB KN NK NT TN ZZ";

    private BritishNumbers() {}

    /**
     * NHS number in ten plain digits: modulo 11, where 10 does not exist.
     * https://www.datadictionary.nhs.uk/attributes/nhs_number.html.
     */
    public static Checksum nhs(String digits) {
        if (digits.length() != 10 || Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        int check = (11 - Digits.weighted(digits, NHS) % 11) % 11;
        return Checksum.holds(check == Digits.at(digits, 9));
    }

    /**
     * National insurance number in capitals and digits: no check digit, but prefixes that are never issued. Examples begin
     * with QQ, which is not issued either. https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110.
     *
     * @return {@link Checksum#UNKNOWN} for the prefix of examples
     */
    public static Checksum nino(String compact) {
        char first = compact.charAt(0);
        char second = compact.charAt(1);
        boolean issued = NEVER_FIRST.indexOf(first) < 0
                && NEVER_SECOND.indexOf(second) < 0
                && !NEVER_TOGETHER.contains(compact.substring(0, 2));
        if (!issued) {
            return Checksum.INVALID;
        }
        return first == 'Q' || second == 'Q' ? Checksum.UNKNOWN : Checksum.VALID;
    }
}
