package io.vigil.pii.checksum;

/** Numbers of Germany. */
public final class GermanNumbers {

    private GermanNumbers() {}

    /**
     * Tax identification number of eleven plain digits: check digit by ISO 7064 MOD 11,10; of the first ten digits one
     * occurs twice or three times, the others once at most. Section 139b AO; https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer.
     */
    public static Checksum steuerId(String digits) {
        if (digits.length() != 11 || digits.charAt(0) == '0' || !hasOneRepeatedDigit(digits)) {
            return Checksum.INVALID;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (Digits.at(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return Checksum.holds((11 - product) % 10 == Digits.at(digits, 10));
    }

    private static boolean hasOneRepeatedDigit(String digits) {
        var counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[Digits.at(digits, i)]++;
        }
        int repeated = 0;
        for (int count : counts) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return repeated == 1;
    }
}
