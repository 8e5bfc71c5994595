package io.vigil.pii.checksum;

/** Numbers of Australia. All take plain ASCII digits. */
public final class AustralianNumbers {

    private static final int[] TFN = {1, 4, 3, 7, 5, 8, 6, 9, 10};
    private static final int[] MEDICARE = {1, 3, 7, 9, 1, 3, 7, 9};

    private AustralianNumbers() {}

    /** Tax file number of nine digits: weighted sum divisible by 11. https://en.wikipedia.org/wiki/Tax_file_number. */
    public static Checksum tfn(String digits) {
        return Checksum.holds(
                digits.length() == 9 && !Digits.allEqual(digits) && Digits.weighted(digits, TFN) % 11 == 0);
    }

    /**
     * Medicare card: eight digits, of which the first is 2 to 6, a check digit, the number of the issue from 1 on, and
     * perhaps the person's line on the card. https://en.wikipedia.org/wiki/Medicare_card_(Australia).
     */
    public static Checksum medicare(String digits) {
        if (digits.length() < 10 || digits.length() > 11) {
            return Checksum.INVALID;
        }
        int first = Digits.at(digits, 0);
        return Checksum.holds(first >= 2
                && first <= 6
                && Digits.at(digits, 9) > 0
                && Digits.weighted(digits, MEDICARE) % 10 == Digits.at(digits, 8));
    }
}
