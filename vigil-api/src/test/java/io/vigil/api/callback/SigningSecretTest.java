package io.vigil.api.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** The published example of Standard Webhooks. */
    @Test
    void signsAsTheStandardDoes() {
        var secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_no base64 at all, but long enough to be"})
    void refusesWhatIsNoSecretWithoutQuotingIt(String setting) {
        assertThatThrownBy(() -> SigningSecret.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be whsec_ and 24 to 64 bytes in base64");
    }

    @Test
    void showsNothingOfTheSecret() {
        assertThat(SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .hasToString("SigningSecret");
    }
}
