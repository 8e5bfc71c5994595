package io.vigil.pii.checksum;

/** Checksums of documents and registers of the Polish state. All take letters in capitals and digits, nothing else. */
public final class PolishDocuments {

    private static final int[] ID_CARD = {7, 3, 1, 9, 7, 3, 1, 7, 3};
    private static final int[] PASSPORT = {7, 3, 9, 1, 7, 3, 1, 7, 3};
    private static final int[] REGISTER = {1, 3, 7};
    /** Letters by their value from 10 on: the alphabet of the register lacks Q, and X stands first. */
    private static final String REGISTER_LETTERS = "XABCDEFGHIJKLMNOPRSTUWYZ";
    /** First letter of a plate: the sixteen voivodeships, their second letters, and the uniformed services. */
    private static final String VOIVODESHIPS = "BCDEFGKLNOPRSTWZ";

    private PolishDocuments() {}

    /**
     * Identity card: three letters and six digits, of which the first is the check digit. ICAO 9303 weights, over the
     * whole number; https://pl.wikipedia.org/wiki/Dowód_osobisty_w_Polsce.
     */
    public static Checksum idCard(String compact) {
        // Forms put the word for number between series and number.
        String number = compact.startsWith("NR", 3) ? compact.substring(0, 3) + compact.substring(5) : compact;
        return Checksum.holds(number.length() == 9 && sum(number, ID_CARD) % 10 == 0);
    }

    /** Passport: two letters and seven digits, of which the first is the check digit; weights as on identity cards. */
    public static Checksum passport(String compact) {
        return Checksum.holds(compact.length() == 9 && sum(compact, PASSPORT) % 10 == 0);
    }

    /**
     * Land and mortgage register: code of the court, eight digits, check digit. Regulation of the Minister of Justice of
     * 15 February 2016 on land and mortgage registers in the computer system (Dz.U. 2016 poz. 312), section 5.
     */
    public static Checksum landRegister(String compact) {
        if (compact.length() != 13) {
            return Checksum.INVALID;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            char c = compact.charAt(i);
            int value = c <= '9' ? c - '0' : REGISTER_LETTERS.indexOf(c) + 10;
            if (value < 10 && c > '9') {
                return Checksum.INVALID;
            }
            sum += value * REGISTER[i % 3];
        }
        return Checksum.holds(sum % 10 == compact.charAt(12) - '0');
    }

    /**
     * Licence plate: nothing proves one, but its first letter is a voivodeship's and the part behind the county has a
     * digit. Regulation of the Minister of Infrastructure of 31 August 2022 on the registration of vehicles.
     */
    public static Checksum plate(String compact) {
        boolean voivodeship = VOIVODESHIPS.indexOf(compact.charAt(0)) >= 0;
        return voivodeship && !Digits.of(compact).isEmpty() ? Checksum.UNKNOWN : Checksum.INVALID;
    }

    private static int sum(String compact, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(compact.charAt(i), 36) * weights[i];
        }
        return sum;
    }
}
