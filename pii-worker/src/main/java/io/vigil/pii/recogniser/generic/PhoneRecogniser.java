package io.vigil.pii.recogniser.generic;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;

/**
 * Telephone number: international (ITU-T E.123, E.164), Polish, North American and British ways of writing; proved by
 * the number plans of libphonenumber. The library sees only digits, at most 15.
 */
public final class PhoneRecogniser {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    /** Longest number with country code, E.164 section 6. */
    private static final int MAX_DIGITS = 15;
    /** Shortest number that anybody dials within a city. */
    private static final int MIN_DIGITS = 7;
    /** Every number in Poland, without country code. */
    private static final int POLISH_DIGITS = 9;
    /** Every number in North America, without the 1 before it. */
    private static final int AMERICAN_DIGITS = 10;

    private static final int DATE_DIGITS = 8;

    private static final String EXTENSION = "( ?(x|ext\\.?|wewn?\\.?) ?\\d{1,6})?";

    /** Groups of digits that are a calendar date. */
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)\\d{2}[ .-]\\d{2}[ .-]\\d{2}|\\d{2}[ .-]\\d{2}[ .-](?:19|20)\\d{2}");
    /** What every North American number looks like, in use or not. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\(?[2-9]\\d{2}(?:\\) ?|-)\\d{3}[-. ]\\d{4}.*");

    /** The recogniser. */
    public static final Identifier PHONE = Identifier.of(
                    CatalogueEntry.on("PHONE_NUMBER", "[PHONE]", 0.65, CatalogueEntry.ANYWHERE, "E.164, E.123"))
            .certain(
                    "\\+ ?[1-9]([ ./()-]{0,2}\\d){7,14}" + EXTENSION,
                    "00 ?[1-9]([ ./()-]{0,2}\\d){7,14}" + EXTENSION,
                    "\\d{3}-\\d{3}-\\d{3}",
                    "\\(0?\\d{2}\\) ?\\d{3}[ -]\\d{2}[ -]\\d{2}",
                    "\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}" + EXTENSION,
                    "\\d{3}-\\d{3}-\\d{4}" + EXTENSION)
            .ambiguous(
                    "\\(?\\d{2,5}\\)?[ .-]\\d{2,4}([ .-]\\d{2,4}){1,3}" + EXTENSION,
                    "\\(?0\\d{1,4}\\)?[ -]\\d{5,8}",
                    "\\d{3,4}[ -]\\d{4}",
                    "\\d{2,4}[ -]\\d{5,8}",
                    "\\d{9,11}")
            .text(PhoneRecogniser::check)
            .within(50, 12)
            .in(
                    "en",
                    "phone*",
                    "telephone*",
                    "tel",
                    "mobile",
                    "cell",
                    "cellphone",
                    "call",
                    "fax",
                    "whatsapp",
                    "sms",
                    "dial",
                    "contact",
                    "reach",
                    "office",
                    "desk",
                    "answering",
                    "message*",
                    "text",
                    "texted",
                    "texting",
                    "my number",
                    "his number",
                    "her number",
                    "your number",
                    "our number",
                    "their number",
                    "new number")
            .in(
                    "pl",
                    "tel",
                    "telefon*",
                    "kom",
                    "komork*",
                    "komorkow*",
                    "dzwon*",
                    "zadzwon*",
                    "oddzwon*",
                    "fax",
                    "faks",
                    "sms*",
                    "whatsapp*",
                    "kontakt*",
                    "infolini*",
                    "moj numer",
                    "jego numer",
                    "jej numer",
                    "twoj numer",
                    "wasz numer",
                    "nowy numer",
                    "numer do",
                    "na numer",
                    "pod numer*",
                    "pod nr")
            .against(
                    "account",
                    "order",
                    "invoice",
                    "case",
                    "policy",
                    "claim",
                    "ticket",
                    "ssn",
                    "social security",
                    "license",
                    "licence",
                    "isbn",
                    "ref",
                    "id",
                    "card",
                    "iban",
                    "pesel*",
                    "nip*",
                    "regon*",
                    "zamowien*",
                    "sygnatur*",
                    "faktur*",
                    "konto",
                    "konta",
                    "rachun*",
                    "kart",
                    "karta",
                    "karty",
                    "polis*",
                    "kod");

    private PhoneRecogniser() {}

    private static Checksum check(String match) {
        return isInternational(match) ? international(match) : national(match);
    }

    private static boolean isInternational(String match) {
        return match.startsWith("+") || match.startsWith("00");
    }

    private static Checksum international(String match) {
        String digits = Digits.of(beforeExtension(match));
        boolean plus = match.startsWith("+");
        String number = plus ? digits : digits.substring(2);
        Checksum answer = number.length() > MAX_DIGITS ? Checksum.INVALID : plan("+" + number, "ZZ");
        // A plus sign promises a number: one that the plan lacks may be of a plan that is newer than the library.
        return plus ? afterPlus(number.length(), answer) : answer;
    }

    private static Checksum afterPlus(int length, Checksum answer) {
        return switch (answer) {
            case VALID, UNKNOWN -> Checksum.VALID;
            case INVALID -> length >= MIN_DIGITS && length <= MAX_DIGITS ? Checksum.UNKNOWN : Checksum.INVALID;
        };
    }

    private static Checksum national(String match) {
        String digits = Digits.of(beforeExtension(match));
        int length = digits.length();
        if (length < MIN_DIGITS || length > MAX_DIGITS || (length == DATE_DIGITS && DATE.matches(match))) {
            return Checksum.INVALID;
        }
        if (length == AMERICAN_DIGITS && NORTH_AMERICAN.matches(match)) {
            return Checksum.VALID;
        }
        boolean grouped = length != match.length();
        Checksum answer = length < POLISH_DIGITS || length > AMERICAN_DIGITS + 1
                ? Checksum.INVALID
                : plan(digits, digits.charAt(0) == '0' ? "GB" : length == POLISH_DIGITS ? "PL" : "US");
        return grouped && answer == Checksum.INVALID ? Checksum.UNKNOWN : answer;
    }

    private static String beforeExtension(String match) {
        for (int i = 0; i < match.length(); i++) {
            if (Character.isLetter(match.charAt(i))) {
                return match.substring(0, i);
            }
        }
        return match;
    }

    private static Checksum plan(String number, String region) {
        try {
            PhoneNumber parsed = PLANS.parse(number, region);
            if (PLANS.isValidNumber(parsed)) {
                return Checksum.VALID;
            }
            return PLANS.isPossibleNumber(parsed) ? Checksum.UNKNOWN : Checksum.INVALID;
        } catch (NumberParseException notANumber) {
            return Checksum.INVALID;
        }
    }
}
