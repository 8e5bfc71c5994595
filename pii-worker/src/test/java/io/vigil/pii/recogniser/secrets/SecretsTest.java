package io.vigil.pii.recogniser.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String WORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @ParameterizedTest
    @MethodSource("formats")
    void findsAKeyOfEveryProvider(KeyFormat format) {
        var random = new Random(3);
        for (int round = 0; round < 20; round++) {
            String key = format.prefix() + body(format, format.least(), random);
            assertThat(Found.redacted("use " + key + " now")).as(key).isEqualTo("use [API_KEY] now");
            assertThat(Found.redacted("KEY=\"" + key + "\"")).as(key).isEqualTo("KEY=\"[API_KEY]\"");
        }
    }

    static Iterable<KeyFormat> formats() {
        return ProviderKeys.ALL;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void leavesExamplesThatRepeatThemselvesAndWhatIsTooShort(KeyFormat format) {
        String example = format.prefix() + "A".repeat(format.least());
        String small = format.prefix() + "a".repeat(format.least());
        assertThat(Found.redacted("x " + example + " x")).isEqualTo("x " + example + " x");
        assertThat(Found.redacted("x " + small + " x")).isEqualTo("x " + small + " x");
        String cut = format.prefix() + body(format, format.least() - 1, new Random(5));
        assertThat(Found.in("x " + cut + " x"))
                .extracting(entity -> entity.type())
                .doesNotContain("API_KEY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api_key=q8Zr2LmX0vT5yB7nK4wD                     | api_key=[API_KEY]
            hasło: q8Zr2LmX0vT5yB7nK4wD                      | hasło: [API_KEY]
            secret 9f3ab07c44d1e2588a0b61cc                  | secret [API_KEY]
            AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | AWS_SECRET_ACCESS_KEY=[API_KEY]
            Authorization: Bearer q8Zr2LmX/vT5yB7nK4wD+a==   | Authorization: Bearer [API_KEY]
            """)
    void findsRandomTextBesideAWordForSecrets(String text, String redacted) {
        assertThat(Found.redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file q8Zr2LmX0vT5yB7nK4wD",
                "password: correct-horse-battery-staple",
                "token aaaaaaaaaaaaaaaaaaaaaaa1",
                "tokens in 0042-exactly-once-event-log.md",
                "token of Base64UrlTokenVerifierFactory",
                "secret 12345678901234567890123",
                "eyJhbGciOiJIUzI1NiJ9 alone",
                "eyJub3QiOiJhIGhlYWRlciJ9.eyJhIjoxfQ.c2ln",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "sk-learn and task-force",
                "AKIA is a prefix"
            })
    void leavesLookAlikes(String text) {
        assertThat(Found.redacted(text)).isEqualTo(text);
    }

    @Test
    void findsWebTokensWithAndWithoutSignature() {
        String header = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String payload = encoded("{\"sub\":\"1\"}");
        assertThat(Found.redacted("Bearer " + header + "." + payload + ".c2lnbmF0dXJl!"))
                .isEqualTo("Bearer [JWT]!");
        assertThat(Found.redacted("x " + header + "." + payload + ". x")).isEqualTo("x [JWT] x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"})
    void findsPrivateKeysWithAndWithoutTheirLastLine(String label) {
        String begin = "-----BEGIN " + label + "-----\nMIIEpAIBAAKCAQEA\nabc+/=\n";
        assertThat(Found.redacted("key: " + begin + "-----END " + label + "-----; done"))
                .isEqualTo("key: [PRIVATE_KEY]; done");
        assertThat(Found.redacted("key: " + begin + "; done")).isEqualTo("key: [PRIVATE_KEY]; done");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa now             | send to [CRYPTO] now
            bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4.                | [CRYPTO].
            0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed                 | [CRYPTO]
            my wallet 0xde709f2102306220921060314715629080e2fb77       | my wallet [CRYPTO]
            x 0xde709f2102306220921060314715629080e2fb77               | x 0xde709f2102306220921060314715629080e2fb77
            1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb                         | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb
            see https://example.org/a_(b)?q=1, then www.example.com.   | see [URL], then [URL].
            (http://example.org)                                       | ([URL])
            http://localhost:8080/x                                    | http://localhost:8080/x
            example.org and file.py                                    | example.org and file.py
            MAC 00:1A:2B:3C:4D:5E                                      | MAC [MAC]
            00-1a-2b-3c-4d-5e or 001a.2b3c.4d5e                        | [MAC] or [MAC]
            FF:FF:FF:FF:FF:FF                                          | FF:FF:FF:FF:FF:FF
            """)
    void findsAddressesOfWalletsPagesAndNetworkCards(String text, String redacted) {
        assertThat(Found.redacted(text)).isEqualTo(redacted);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(KeyFormat format, int length, Random random) {
        var body = new StringBuilder(length);
        while (body.length() < length) {
            char c = WORD.charAt(random.nextInt(WORD.length()));
            if (format.alphabet().has(c)) {
                body.append(c);
            }
        }
        return body.toString();
    }
}
