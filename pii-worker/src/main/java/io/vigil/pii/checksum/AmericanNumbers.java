package io.vigil.pii.checksum;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Numbers of the United States and of Canada. All take plain ASCII digits. */
public final class AmericanNumbers {

    private AmericanNumbers() {}

    /**
     * Social security number: no check digit, but areas, groups and serials that were never issued.
     * https://www.ssa.gov/employer/randomization.html.
     */
    public static Checksum ssn(String digits) {
        boolean plausible = digits.length() == 9 && !Digits.allEqual(digits) && hasSerial(digits);
        int area = plausible ? Integer.parseInt(digits, 0, 3, 10) : 0;
        return Checksum.holds(area > 0 && area != 666 && area < 900 && Digits.pair(digits, 3) > 0);
    }

    /**
     * Individual taxpayer identification number: begins with 9, and its group is one that the IRS issues.
     * https://www.irs.gov/irm/part3/irm_03-021-263r.
     */
    public static Checksum itin(String digits) {
        if (digits.length() != 9 || digits.charAt(0) != '9' || Digits.allEqual(digits)) {
            return Checksum.INVALID;
        }
        int group = Digits.pair(digits, 3);
        return Checksum.holds(group >= 50
                && group <= 99
                && group != 66
                && group != 67
                && group != 68
                && group != 69
                && group != 89
                && group != 93);
    }

    /**
     * Social insurance number of Canada: Luhn; no number begins with 0 or 8.
     * https://www.canada.ca/en/employment-social-development/services/sin.html.
     */
    public static Checksum sin(String digits) {
        return Checksum.holds(digits.length() == 9
                && digits.charAt(0) != '0'
                && digits.charAt(0) != '8'
                && !Digits.allEqual(digits)
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits));
    }

    private static boolean hasSerial(String digits) {
        return !digits.endsWith("0000");
    }
}
