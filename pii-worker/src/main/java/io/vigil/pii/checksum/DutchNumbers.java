package io.vigil.pii.checksum;

/** Numbers of the Netherlands. */
public final class DutchNumbers {

    private static final int[] BSN = {9, 8, 7, 6, 5, 4, 3, 2, -1};

    private DutchNumbers() {}

    /** Burgerservicenummer of nine plain digits: the test of eleven. https://nl.wikipedia.org/wiki/Burgerservicenummer. */
    public static Checksum bsn(String digits) {
        return Checksum.holds(
                digits.length() == 9 && !Digits.allEqual(digits) && Digits.weighted(digits, BSN) % 11 == 0);
    }
}
