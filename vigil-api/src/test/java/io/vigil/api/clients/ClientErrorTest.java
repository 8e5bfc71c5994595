package io.vigil.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientErrorTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/prompt, prompt",
        "/items/3/text, items[3].text",
        "/texts/0, texts[0]",
        "/agent/sessionId, agent.sessionId"
    })
    void writesPathsAsClientsDo(String pointer, String path) {
        assertThat(ClientError.path(pointer)).isEqualTo(path);
    }

    /** Clients calculate with it: null would stop them, and nothing at all makes some of them wait for a minute. */
    @Test
    void tellsTheNextTryInWholeSeconds() {
        var hints = RetryHints.of(Map.of(
                "Retry-After", "7",
                "X-RateLimit-Limit", "60",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", "1763766432")::get);

        String json = ClientJson.mapper()
                .writeValueAsString(
                        ClientError.of(Problem.of(ProblemKind.RATE_LIMITED, "Too many requests."), "id-1", hints));

        assertThat(json)
                .isEqualTo("{\"error\":\"Too many requests.\",\"code\":\"RATE_LIMIT_EXCEEDED\",\"requestId\":\"id-1\","
                        + "\"retryAfter\":7,\"limit\":60,\"remaining\":0,\"resetAt\":\"2025-11-21T23:07:12Z\"}");
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        var hints =
                RetryHints.of(Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT", "X-RateLimit-Limit", "-1")::get);

        assertThat(hints).isEqualTo(new RetryHints(null, null, null, null));
    }
}
