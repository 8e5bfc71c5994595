package io.vigil.pii.checksum;

import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Numbers of India. */
public final class IndianNumbers {

    /** Kinds of holders: person, company, family, firm, trust and the others of the department's list. */
    private static final String HOLDERS = "ABCFGHJLPTK";

    private IndianNumbers() {}

    /** Aadhaar number of twelve plain digits: Verhoeff; none begins with 0 or 1. https://uidai.gov.in. */
    public static Checksum aadhaar(String digits) {
        return Checksum.holds(digits.length() == 12
                && digits.charAt(0) >= '2'
                && !Digits.allEqual(digits)
                && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits));
    }

    /**
     * Permanent account number in capitals and digits: the fourth letter is a kind of holder, the digits are not all
     * zero; how the last letter is computed is not public. Income Tax Act 1961, section 139A.
     */
    public static Checksum pan(String compact) {
        boolean holder = compact.length() == 10 && HOLDERS.indexOf(compact.charAt(3)) >= 0;
        return Checksum.holds(holder && !compact.startsWith("0000", 5));
    }
}
