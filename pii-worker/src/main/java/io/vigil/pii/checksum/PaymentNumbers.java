package io.vigil.pii.checksum;

import java.util.Locale;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Checksums of the numbers that money moves by. */
public final class PaymentNumbers {

    private static final IBANValidator IBAN = IBANValidator.DEFAULT_IBAN_VALIDATOR;

    /** Issuer identification ranges of ISO/IEC 7812, as the networks publish them: first digits, shortest, longest. */
    private static final CreditCardValidator ISSUERS = new CreditCardValidator(new CreditCardRange[] {
        range("4", "4", 13, 19), // Visa
        range("51", "55", 16, 16), // Mastercard
        range("2221", "2720", 16, 16), // Mastercard
        range("34", "34", 15, 15), // American Express
        range("37", "37", 15, 15), // American Express
        range("6011", "6011", 16, 19), // Discover
        range("644", "659", 16, 19), // Discover
        range("300", "305", 14, 19), // Diners Club
        range("3095", "3095", 14, 19), // Diners Club
        range("36", "36", 14, 19), // Diners Club
        range("38", "39", 14, 19), // Diners Club
        range("3528", "3589", 16, 19), // JCB
        range("62", "62", 16, 19), // UnionPay
        range("2200", "2204", 16, 19), // Mir
        range("5018", "5018", 12, 19), // Maestro
        range("5020", "5020", 12, 19), // Maestro
        range("5038", "5038", 12, 19), // Maestro
        range("5893", "5893", 12, 19), // Maestro
        range("6304", "6304", 12, 19), // Maestro
        range("6759", "6763", 12, 19), // Maestro
    });

    private PaymentNumbers() {}

    /**
     * Card number of 12 to 19 plain digits: check digit by Luhn (ISO/IEC 7812-1 annex B) and range of a known issuer.
     *
     * @return {@link Checksum#UNKNOWN} where the check digit fits and no issuer does
     */
    public static Checksum card(String digits) {
        if (digits.length() < 12
                || digits.length() > 19
                || Digits.allEqual(digits)
                || !LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits)) {
            return Checksum.INVALID;
        }
        return ISSUERS.isValid(digits) ? Checksum.VALID : Checksum.UNKNOWN;
    }

    /**
     * IBAN in letters and digits only: remainder by 97 (ISO 7064) and the country's own form (ISO 13616 registry).
     *
     * @return {@link Checksum#UNKNOWN} where the remainder fits and the country is not in the registry
     */
    public static Checksum iban(String compact) {
        String code = compact.toUpperCase(Locale.ROOT);
        if (code.length() < 15 || code.length() > 34 || !IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(code)) {
            return Checksum.INVALID;
        }
        if (!IBAN.hasValidator(code)) {
            return Checksum.UNKNOWN;
        }
        return Checksum.holds(IBAN.isValid(code));
    }

    /** Length of a country's IBAN in letters and digits; 0 where the registry has no such country. */
    public static int ibanLength(String countryCode) {
        var country = IBAN.getValidator(countryCode.toUpperCase(Locale.ROOT));
        return country == null ? 0 : country.getIbanLength();
    }

    private static CreditCardRange range(String low, String high, int shortest, int longest) {
        return new CreditCardRange(low, high, shortest, longest);
    }
}
