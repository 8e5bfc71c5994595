package io.vigil.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ExtensionPropertiesTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration DAY = Duration.ofHours(24);

    private static ExtensionProperties with(
            String token, String bootstrapToken, Duration ttl, List<String> ids, List<String> origins) {
        return new ExtensionProperties(true, "", "X-Vigil-Auth", token, bootstrapToken, ttl, ids, origins);
    }

    @Test
    void neverPrintsItsTokens() {
        assertThat(with(TOKEN, TOKEN, DAY, List.of(), List.of()).toString()).doesNotContain(TOKEN);
    }

    @Test
    void refusesShortTokensWithoutQuotingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("short", "", DAY, List.of(), List.of()))
                .withMessageContaining("vigil.api.extension.token")
                .withMessageContaining("32")
                .withMessageNotContaining("short");
    }

    @Test
    void refusesABootstrapTokenWithNothingToHandOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("", TOKEN, DAY, List.of(), List.of()))
                .withMessageContaining("vigil.api.extension.token must be set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a.example/path", "example.com", "https://*.example.com"})
    void refusesOriginsThatAreNone(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(TOKEN, "", DAY, List.of(), List.of(origin)))
                .withMessageContaining("origins");
    }

    @Test
    void refusesIdsAndTimesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(TOKEN, "", DAY, List.of("xyz"), List.of()))
                .withMessageContaining("ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(TOKEN, "", Duration.ZERO, List.of(), List.of()))
                .withMessageContaining("bootstrap-ttl");
    }

    @Test
    void refusesABudgetSmallerThanOneBody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientsProperties(
                        DataSize.ofMegabytes(2), DataSize.ofMegabytes(16), DataSize.ofMegabytes(8), 8))
                .withMessageContaining("vigil.api.clients.body-budget");
    }
}
