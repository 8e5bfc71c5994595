package io.vigil.pii.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences with values, and with their look-alikes. All numbers are made up or published as examples. */
class RecognisersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mój PESEL to 44051401359.                               | Mój PESEL to [PESEL].
            Numer 44051401359 należy do niej                        | Numer [PESEL] należy do niej
            born with 02070803628 on her card                       | born with [PESEL] on her card
            440514 01359                                            | [PESEL]
            4 4 0 5 1 4 0 1 3 5 9                                   | [PESEL]
            pesel 44-05-14 01359                                    | pesel [PESEL]
            PESEL44051401359                                        | PESEL[PESEL]
            NIP: 1234563218                                         | NIP: [NIP]
            Faktura dla 123-456-32-18 z Gdańska                     | Faktura dla [NIP] z [LOCATION]
            VAT PL1234563218 please                                 | VAT [NIP] please
            nip firmy 123 456 32 18                                 | nip firmy [NIP]
            REGON 192598184                                         | REGON [REGON]
            regonu 12345678512347 nie zmieniamy                     | regonu [REGON] nie zmieniamy
            Główny Urząd Statystyczny, REGON 000331501              | Główny [ORGANIZATION], REGON [REGON]
            pay with 4532015112830366 now                           | pay with [CARD] now
            Karta 4532 0151 1283 0366, ważna 12/27                  | Karta [CARD], ważna 12/27
            Amex 3782-822463-10005                                  | Amex [CARD]
            card 4222222222222                                      | card [CARD]
            Karta 4532-1234-5678-9113                               | Karta [CARD]
            IBAN GB82 WEST 1234 5698 7654 32 please                 | IBAN [IBAN] please
            przelej na PL61109010140000071219812874 jutro           | przelej na [IBAN] jutro
            konto 61 1090 1014 0000 0712 1981 2874                  | konto [IBAN]
            de89370400440532013000                                  | [IBAN]
            Pisz: jan.kowalski+ai@poczta.example.pl.                | Pisz: [EMAIL].
            mailto:x_y@a-b.co.uk?subject=hi                         | mailto:[EMAIL]?subject=hi
            <zażółć@gęślą.pl>                                       | <[EMAIL]>
            tel. 601 234 567                                        | tel. [PHONE]
            Zadzwoń pod 601-234-567 jutro                           | Zadzwoń pod [PHONE] jutro
            +48 601 234 567                                         | [PHONE]
            0048601234567                                           | [PHONE]
            proszę o telefon: (22) 123 45 67                        | proszę o telefon: [PHONE]
            Call +44 20 7946 0958 today                             | Call [PHONE] today
            call me at (212) 555-0123                               | call me at [PHONE]
            +48 601 234 567 44051401359                             | [PHONE] [PESEL]
            You can call 9469 9966                                  | You can call [PHONE]
            22 498317 office                                        | [PHONE] office
            Phone: +1234567890                                      | Phone: [PHONE]
            Wyślij na numer 601234567                               | Wyślij na numer [PHONE]
            mój numer to 601 234 567                                | mój numer to [PHONE]
            my phone is 212-555-0123 x42                            | my phone is [PHONE]
            from 203.0.113.195 and                                  | from [IP] and
            IP 10.4.2.1                                             | IP [IP]
            Adres serwera: 10.0.0.12:8080                           | Adres serwera: [IP]:8080
            2001:db8:85a3::8a2e:370:7334 up                         | [IP] up
            host fe80::1                                            | host [IP]
            """)
    void redacts(String text, String redacted) {
        assertThat(Found.redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PESEL 44051401358 (wrong check digit)",
                "PESEL 44053301351 (no such month)",
                "PESEL 44023001356 (no such day)",
                "PESEL 00000000000",
                "Barcode 12345678901 on the box",
                "NIP 1234563219",
                "Rekord 1234563218 w tabeli",
                "Unix time 1700000000",
                "REGON 192598185",
                "Zamówienie nr 192598184",
                "Faktura FV/2026/04/857698412",
                "card 4532015112830367",
                "Order 9999999999999995 shipped",
                "ISBN 978-83-246-3177-7",
                "ISBN 9788324631777",
                "timestamp 1763683200000",
                "IBAN GB82 WEST 1234 5698 7654 33",
                "IBAN PL6110901014000007121981287",
                "@jan and jan@ and a@b",
                "git@github.com:vigil/vigil.git",
                "npm install left-pad@1.3.0",
                "wersja 601 234 567",
                "501 234 567 zł",
                "Policy number 4455667788. Contact me",
                "order 4469 9966",
                "W 2026 roku było 38 000 000 osób",
                "2026-11-21 12:34:56",
                "Date: 21.11.2026, phone soon",
                "number 601234567 of a series",
                "Wersja 10.4.2.1 sterownika",
                "v1.2.3.4",
                "version 192.168.100.200 of the driver",
                "release 1.2.3.4",
                "300.300.300.300",
                "Chrome 120.0.6099.109",
                "OID 1.3.6.1.4.1",
                "localhost is 127.0.0.1 or ::1",
                "netmask 255.255.255.0",
                "std::vector and 12:34:56",
                "UUID 123e4567-e89b-12d3-a456-426614174000",
                "sha1 4405140135944051401359440514013594405140",
                "π = 3.14159265358979323846"
            })
    void leavesLookAlikes(String text) {
        assertThat(Found.redacted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PESEL 44\\u00A00514\\u00A001359!                         | PESEL [PESEL]!
            PESEL \\uFF14\\uFF14\\uFF10\\uFF15\\uFF11\\uFF14\\uFF10\\uFF11\\uFF13\\uFF15\\uFF19! | PESEL [PESEL]!
            PESEL 440\\u200B514\\u200D01359!                         | PESEL [PESEL]!
            NIP 123\\u2013456\\u201332\\u201318!                      | NIP [NIP]!
            karta 4532\\u202F0151\\u202F1283\\u202F0366!              | karta [CARD]!
            karta 4532\\u20110151\\u20111283\\u20110366!              | karta [CARD]!
            jan\\uFF20example\\uFF0Epl!                              | [EMAIL]!
            \\uD835\\uDFD2\\uD835\\uDFD20514013\\uD835\\uDFD3\\uD835\\uDFD7!  | [PESEL]!
            \\u0664\\u0664051401359!                                 | [PESEL]!
            4\\uFE0F\\u20E34\\uFE0F\\u20E3051401359!                   | [PESEL]!
            """)
    void readsEverySpellingAndRedactsTheOriginal(String escaped, String redacted) {
        assertThat(Found.redacted(unescaped(escaped))).isEqualTo(redacted);
    }

    @Test
    void countsPositionsInTheOriginalText() {
        String before = "\uD83D\uDE00 e\u0301\u200B\uD83D\uDC69\u200D\uD83D\uDCBB ";
        var entities = Found.in(before + "jan@example.pl ok");
        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.span().start()).isEqualTo(before.length());
            assertThat(entity.span().length()).isEqualTo("jan@example.pl".length());
        });
    }

    @Test
    void findsAllKindsInOneText() {
        String text = "Jan, PESEL 44051401359, NIP 123-456-32-18, REGON 192598184, karta 4532015112830366, "
                + "konto PL61109010140000071219812874, jan@example.pl, tel. 601 234 567, z adresu 203.0.113.7.";
        assertThat(Found.in(text).stream().map(entity -> entity.type()))
                .isEqualTo(List.of(
                        "PERSON",
                        "PL_PESEL",
                        "PL_NIP",
                        "PL_REGON",
                        "CREDIT_CARD",
                        "IBAN_CODE",
                        "EMAIL_ADDRESS",
                        "PHONE_NUMBER",
                        "IP_ADDRESS"));
    }

    @Test
    void findsNothingWithoutRecognisers() {
        assertThat(new Recognisers(List.of()).find("PESEL 44051401359")).isEmpty();
    }

    @Test
    void trustsAValueMoreBesideItsName() {
        double named = Found.in("card 4532015112830366").getFirst().score();
        double bare = Found.in("4532015112830366").getFirst().score();
        assertThat(named).isGreaterThan(bare);
    }

    @Test
    void saysNothingOfTheTextInItsOwnWords() {
        assertThat(Found.in("PESEL 44051401359").toString()).doesNotContain("44051401359");
    }

    private static String unescaped(String escaped) {
        var text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(escaped, i + 2, i + 6, 16));
                i += 5;
            } else {
                text.append(escaped.charAt(i));
            }
        }
        return text.toString();
    }
}
