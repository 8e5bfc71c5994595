package io.vigil.pii.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Random texts, and sentences with personal data that are spoilt at random. The same seed makes the same texts. */
final class FuzzedTexts {

    private static final List<String> SENTENCES = List.of(
            "Mój PESEL to 44051401359, a odpowiedź proszę wysłać na jan.kowalski+ai@poczta.example.pl.",
            "Pani Anna Kowalska-Nowak, ur. 12.03.1999 w Krakowie, mieszka przy ul. Prostej 5/7, 00-950 Warszawa.",
            "Faktura dla Piekarni Pod Lipą Sp. z o.o., NIP 123-456-32-18, REGON 192598184, konto PL61109010140000071219812874.",
            "Zadzwoń pod +48 601 234 567 albo (22) 123 45 67; dowód ABS123456, paszport AB1234567.",
            "Dear Dr. Grace O'Neill, your card 4532 0151 1283 0366 (exp. 12/27) was charged at 203.0.113.195.",
            "My name is John Baker, SSN 536-90-4399, NHS 943 476 5919, NINO AB123456C; I repeat: 943 476 5919.",
            "Wire it to GB82 WEST 1234 5698 7654 32 or to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq.",
            "token=ghp_16C7e42F292c6912E7710c838347Ae178B4a and Authorization: Bearer eyJhbGciOiJub25lIn0.eyJhIjoxfQ.",
            "https://example.org/a?b=c#d then 2001:db8:85a3::8a2e:370:7334, MAC 00:1A:2B:3C:4D:5E",
            "-----BEGIN PRIVATE KEY-----\nMIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEA\n-----END PRIVATE KEY-----",
            "CPF 529.982.247-25, DNI 12345678Z, Steuer-ID 86 095 742 719, NIR 2 55 08 14 168 025 38, BSN 111222333",
            "Aadhaar 2341 2341 2346, PAN ABCPE1234F, SIN 046 454 286, TFN 123 456 782, Medicare 2123 45670 1",
            "personnummer 811218-9876, CPR 211062-5629, hetu 131052-308T, kimlik 10000000146, fødselsnummer 01010750160",
            "Rejestracja WA 12345, KW WA4M/00012345/7, tablice KR 5XY78.",
            "She said: \"Call me Will.\" Will Smith lives in Paris, France, at 12 Baker Street, London NW1 6XE.");

    private static final List<String> PIECES = List.of(
            " ",
            "-",
            ".",
            ":",
            "/",
            "@",
            "(",
            ")",
            "+",
            "\n",
            ", ",
            "\r\n",
            "\t",
            "[",
            "]",
            "[EMAIL_1",
            "[EMAIL]",
            "[PESEL_1_",
            "_1]",
            "\u00A0",
            "\u200B",
            "\u200D",
            "\u00AD",
            "\u2013",
            "\u2212",
            "\u202E",
            "\uFEFF",
            "\uFF11",
            "\u0661",
            "\uD835\uDFD2",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "e\u0301",
            "\u0301",
            "\uFE0F\u20E3",
            "ß",
            "İ",
            "\u0000",
            "\\",
            "\"",
            "0",
            "7",
            "44",
            "0000",
            "a",
            "Z",
            "PL",
            "pesel ",
            "NIP ",
            "karta ",
            "tel. ",
            "ur. ",
            "born ",
            "token=",
            "Jan ",
            "Kowalski",
            "mieszka w ",
            "my name is ",
            "44051401359",
            "4532015112830366",
            "jan@example.pl",
            "601-234-567",
            "12.03.1999");

    private final SplittableRandom random;

    FuzzedTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        return switch (random.nextInt(5)) {
            case 0 -> pieces();
            case 1 -> characters();
            case 2 -> spoilt(sentence() + " " + sentence());
            case 3 -> spliced();
            default -> spoilt(sentence());
        };
    }

    private String pieces() {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    /** Of one block of characters, so that they have something to do with each other. */
    private String characters() {
        int[] blocks = {
            0x20, 0x30, 0x40, 0x60, 0xA0, 0x100, 0x300, 0x600, 0x2000, 0x2460, 0xD7F0, 0xFF00, 0x1D7C0, 0x1F600
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(80); i >= 0; i--) {
            text.appendCodePoint(blocks[random.nextInt(blocks.length)] + random.nextInt(0x40));
        }
        return text.toString();
    }

    /** The beginning of one sentence and the end of another. */
    private String spliced() {
        String one = sentence();
        String other = sentence();
        return spoilt(one.substring(0, random.nextInt(one.length())) + other.substring(random.nextInt(other.length())));
    }

    private String spoilt(String sentence) {
        var text = new StringBuilder(sentence);
        for (int i = random.nextInt(8); i > 0 && !text.isEmpty(); i--) {
            spoil(text);
        }
        return text.toString();
    }

    private void spoil(StringBuilder text) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(at, Math.min(to, at + 2));
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
            case 3 -> text.replace(at, to, text.substring(at, to).toUpperCase(java.util.Locale.ROOT));
            case 4 -> text.append(' ').append(text, at, to);
            case 5 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            default -> text.insert(at, any(PIECES));
        }
    }

    private String sentence() {
        return any(SENTENCES);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
