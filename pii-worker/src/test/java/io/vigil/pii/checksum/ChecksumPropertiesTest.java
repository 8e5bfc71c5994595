package io.vigil.pii.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What check digits are made for: typing errors are seen. */
class ChecksumPropertiesTest {

    private static final List<Scheme> SCHEMES = List.of(
            Scheme.of("PESEL", "99010199999", PolishNumbers::pesel, false),
            Scheme.of("NIP", "9999999999", PolishNumbers::nip, true),
            Scheme.of("Polish identity card", "ABC999999", PolishDocuments::idCard, false),
            Scheme.of("Polish passport", "ZS9999999", PolishDocuments::passport, false),
            Scheme.of("Polish land register", "WA4M999999999", PolishDocuments::landRegister, false),
            Scheme.of("card", "4999999999999999", PaymentNumbers::card, false),
            Scheme.of("IBAN", "PL99999999999999999999999999", PaymentNumbers::iban, true),
            Scheme.of("NHS", "9999999999", BritishNumbers::nhs, true),
            Scheme.of("SIN", "999999999", AmericanNumbers::sin, false),
            Scheme.of("TFN", "999999999", AustralianNumbers::tfn, true),
            new Scheme("Medicare", "2999999991", AustralianNumbers::medicare, 0, 9, false),
            Scheme.of("Steuer-ID", "99999999999", GermanNumbers::steuerId, false),
            Scheme.of("NIR", "199019999999999", RomanceNumbers::nir, true),
            Scheme.of("NIR of Corsica", "199012A99999999", RomanceNumbers::nir, true),
            Scheme.of("DNI", "99999999R", RomanceNumbers::dni, true),
            Scheme.of("NIE", "X9999999R", RomanceNumbers::dni, true),
            Scheme.of("codice fiscale", "RSSMRA99A01H999X", CodiceFiscale::check, false),
            Scheme.of("BSN", "999999999", DutchNumbers::bsn, true),
            Scheme.of("personnummer", "9901019999", NordicNumbers::swedish, false),
            Scheme.of("fodselsnummer", "01019999999", NordicNumbers::norwegian, true),
            Scheme.of("CPR", "0101999999", NordicNumbers::danish, true),
            Scheme.of("HETU", "010199999T", NordicNumbers::finnish, true),
            Scheme.of("Aadhaar", "999999999999", IndianNumbers::aadhaar, true),
            Scheme.of("kimlik", "99999999999", TurkishNumbers::kimlik, false));

    @Provide
    Arbitrary<Scheme> schemes() {
        return Arbitraries.of(SCHEMES);
    }

    @Property(tries = 3_000)
    void oneChangedDigitIsNeverProved(@ForAll("schemes") Scheme scheme, @ForAll Random random) {
        var value = new StringBuilder(scheme.proved(random));
        int at = digit(value, scheme, random);
        value.setCharAt(at, (char) ('0' + (value.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
        assertThat(scheme.check().apply(value.toString()))
                .as("%s %s", scheme, value)
                .isNotEqualTo(Checksum.VALID);
    }

    @Property(tries = 3_000)
    void twoDigitsThatChangePlacesAreNeverProved(@ForAll("schemes") Scheme scheme, @ForAll Random random) {
        var value = new StringBuilder(scheme.proved(random));
        int at = digit(value, scheme, random);
        boolean pair = at + 1 < scheme.last() && Character.isDigit(value.charAt(at + 1));
        if (!scheme.transpositions() || !pair || value.charAt(at) == value.charAt(at + 1)) {
            return;
        }
        char moved = value.charAt(at);
        value.setCharAt(at, value.charAt(at + 1));
        value.setCharAt(at + 1, moved);
        assertThat(scheme.check().apply(value.toString()))
                .as("%s %s", scheme, value)
                .isNotEqualTo(Checksum.VALID);
    }

    @Property(tries = 2_000)
    void answersForEveryLengthOfDigits(@ForAll("schemes") Scheme scheme, @ForAll Random random) {
        var digits = new StringBuilder();
        for (int i = 1 + random.nextInt(scheme.template().length() + 3); i > 0; i--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        Checksum answer = scheme.check().apply(digits.toString());
        if (digits.length() != scheme.template().length()) {
            assertThat(answer == Checksum.VALID && !isAlsoOfThatLength(scheme, digits.length()))
                    .as("%s %s", scheme, digits)
                    .isFalse();
        }
    }

    private static boolean isAlsoOfThatLength(Scheme scheme, int length) {
        return switch (scheme.name()) {
            case "card" -> length >= 12 && length <= 19;
            case "Medicare" -> length == 11;
            case "personnummer" -> length == 12;
            case "HETU" -> length == 11;
            default -> false;
        };
    }

    private static int digit(CharSequence value, Scheme scheme, Random random) {
        while (true) {
            int at = scheme.first() + random.nextInt(scheme.last() - scheme.first());
            if (Character.isDigit(value.charAt(at))) {
                return at;
            }
        }
    }
}
