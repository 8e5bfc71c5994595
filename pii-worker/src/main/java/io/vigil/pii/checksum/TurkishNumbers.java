package io.vigil.pii.checksum;

/** Numbers of Turkey. */
public final class TurkishNumbers {

    private TurkishNumbers() {}

    /**
     * Kimlik number of eleven plain digits, the first not 0: the tenth digit is proved by the odd and even places, the
     * eleventh by the sum of all. https://en.wikipedia.org/wiki/Turkish_Identification_Number.
     */
    public static Checksum kimlik(String digits) {
        if (digits.length() != 11 || digits.charAt(0) == '0') {
            return Checksum.INVALID;
        }
        int tenth = Digits.weighted(digits, 7, -1, 7, -1, 7, -1, 7, -1, 7);
        int eleventh = Digits.weighted(digits, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        return Checksum.holds(
                Math.floorMod(tenth, 10) == Digits.at(digits, 9) && eleventh % 10 == Digits.at(digits, 10));
    }
}
