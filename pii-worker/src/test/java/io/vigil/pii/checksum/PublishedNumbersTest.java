package io.vigil.pii.checksum;

import static io.vigil.pii.checksum.Checksum.INVALID;
import static io.vigil.pii.checksum.Checksum.UNKNOWN;
import static io.vigil.pii.checksum.Checksum.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that the documents of each scheme, or the pages about it, give as examples. */
class PublishedNumbersTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("92032100157", PolishNumbers::pesel, VALID),
                number("44051401359", PolishNumbers::pesel, VALID),
                number("12345678901", PolishNumbers::pesel, INVALID),
                number("1234563218", PolishNumbers::nip, VALID),
                number("192598184", PolishNumbers::regon, VALID),
                number("12345678512347", PolishNumbers::regon, VALID),
                number("ABA300000", PolishDocuments::idCard, VALID),
                number("ABA300001", PolishDocuments::idCard, INVALID),
                number("ZS0000177", PolishDocuments::passport, VALID),
                number("ZS0000178", PolishDocuments::passport, INVALID),
                number("WA4M00000001", PolishDocuments::landRegister, INVALID),
                number("W12345", PolishDocuments::plate, UNKNOWN),
                number("XX12345", PolishDocuments::plate, INVALID),
                number("123456789", AmericanNumbers::ssn, VALID),
                number("987654321", AmericanNumbers::ssn, INVALID),
                number("000123456", AmericanNumbers::ssn, INVALID),
                number("666123456", AmericanNumbers::ssn, INVALID),
                number("123006789", AmericanNumbers::ssn, INVALID),
                number("123450000", AmericanNumbers::ssn, INVALID),
                number("912903456", AmericanNumbers::itin, VALID),
                number("912893456", AmericanNumbers::itin, INVALID),
                number("123456782", AmericanNumbers::sin, VALID),
                number("123456789", AmericanNumbers::sin, INVALID),
                number("046454286", AmericanNumbers::sin, INVALID),
                number("9434765919", BritishNumbers::nhs, VALID),
                number("9434765918", BritishNumbers::nhs, INVALID),
                number("1234567890", BritishNumbers::nhs, INVALID),
                number("AB123456C", BritishNumbers::nino, VALID),
                number("QQ123456C", BritishNumbers::nino, UNKNOWN),
                number("GB123456C", BritishNumbers::nino, INVALID),
                number("AO123456C", BritishNumbers::nino, INVALID),
                number("123456782", AustralianNumbers::tfn, VALID),
                number("123456789", AustralianNumbers::tfn, INVALID),
                number("2123456701", AustralianNumbers::medicare, VALID),
                number("2123456711", AustralianNumbers::medicare, INVALID),
                number("1123456701", AustralianNumbers::medicare, INVALID),
                number("36574261809", GermanNumbers::steuerId, VALID),
                number("86095742719", GermanNumbers::steuerId, VALID),
                number("65929970489", GermanNumbers::steuerId, VALID),
                number("36574261890", GermanNumbers::steuerId, INVALID),
                number("295109912611193", RomanceNumbers::nir, VALID),
                number("253072B07300470", RomanceNumbers::nir, VALID),
                number("295109912611199", RomanceNumbers::nir, INVALID),
                number("54362315K", RomanceNumbers::dni, VALID),
                number("12345678Z", RomanceNumbers::dni, VALID),
                number("X2482300W", RomanceNumbers::dni, VALID),
                number("X2482300A", RomanceNumbers::dni, INVALID),
                number("501964843", RomanceNumbers::nif, VALID),
                number("501964842", RomanceNumbers::nif, INVALID),
                number("RSSMRA85T10A562S", CodiceFiscale::check, VALID),
                number("RCCMNL83S18D969H", CodiceFiscale::check, VALID),
                number("RCCMNL83S18D969G", CodiceFiscale::check, INVALID),
                number("111222333", DutchNumbers::bsn, VALID),
                number("111222334", DutchNumbers::bsn, INVALID),
                number("8803200016", NordicNumbers::swedish, VALID),
                number("8803200018", NordicNumbers::swedish, INVALID),
                number("15108695088", NordicNumbers::norwegian, VALID),
                number("15108695077", NordicNumbers::norwegian, INVALID),
                number("2110625629", NordicNumbers::danish, VALID),
                number("0511993467", NordicNumbers::danish, UNKNOWN),
                number("3202990000", NordicNumbers::danish, INVALID),
                number("131052308T", NordicNumbers::finnish, VALID),
                number("131052A308T", NordicNumbers::finnish, VALID),
                number("131052308U", NordicNumbers::finnish, INVALID),
                number("234123412346", IndianNumbers::aadhaar, VALID),
                number("643343121", IndianNumbers::aadhaar, INVALID),
                number("ACUPA7085R", IndianNumbers::pan, VALID),
                number("ABMXA3211G", IndianNumbers::pan, INVALID),
                number("39053344705", BrazilianNumbers::cpf, VALID),
                number("52998224725", BrazilianNumbers::cpf, VALID),
                number("23100299900", BrazilianNumbers::cpf, INVALID),
                number("17291716060", TurkishNumbers::kimlik, VALID),
                number("17291716050", TurkishNumbers::kimlik, INVALID),
                number("02191716060", TurkishNumbers::kimlik, INVALID));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("numbers")
    void answersAsTheSchemeSays(String number, Function<String, Checksum> check, Checksum answer) {
        assertThat(check.apply(number)).isEqualTo(answer);
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                number("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Base58::address, VALID),
                number("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", Base58::address, INVALID),
                number("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", Base58::address, VALID),
                number("1A1zP1eP5QGefi2DMPTfTL5SLmv7Div0Na", Base58::address, INVALID),
                number("1111111111111111111111111111111111", Base58::address, INVALID),
                number("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Bech32::address, VALID),
                number("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", Bech32::address, INVALID),
                number("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Bech32::address, INVALID),
                number("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", Bech32::address, VALID),
                number("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", Bech32::address, INVALID),
                number("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", EthereumAddress::check, VALID),
                number("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", EthereumAddress::check, VALID),
                number("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", EthereumAddress::check, VALID),
                number("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", EthereumAddress::check, VALID),
                number("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDB", EthereumAddress::check, INVALID),
                number("0xde709f2102306220921060314715629080e2fb77", EthereumAddress::check, UNKNOWN));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("addresses")
    void provesAddresses(String address, Function<String, Checksum> check, Checksum answer) {
        assertThat(check.apply(address)).isEqualTo(answer);
    }

    @Test
    void hashesAsTheSubmissionOfKeccakDoes() {
        assertThat(HexFormat.of().formatHex(Keccak.hash(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(HexFormat.of().formatHex(Keccak.hash("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                number("17.09.1995", WrittenDate::check, VALID),
                number("1995-09-17", WrittenDate::check, VALID),
                number("2/19/1988", WrittenDate::check, VALID),
                number("17.9.95", WrittenDate::check, VALID),
                number("3rd of March, 1971", WrittenDate::check, VALID),
                number("March 3rd, 1971", WrittenDate::check, VALID),
                number("3 wrze\u015Bnia 1971", WrittenDate::check, VALID),
                number("31 wrze\u015Bnia 1971", WrittenDate::check, INVALID),
                number("29.02.1995", WrittenDate::check, INVALID),
                number("13/13/1988", WrittenDate::check, INVALID),
                number("17.09.2095", WrittenDate::check, INVALID),
                number("17.09.1795", WrittenDate::check, INVALID));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("dates")
    void readsDates(String date, Function<String, Checksum> check, Checksum answer) {
        assertThat(check.apply(date)).isEqualTo(answer);
    }

    private static Arguments number(String number, Function<String, Checksum> check, Checksum answer) {
        return arguments(number, check, answer);
    }
}
