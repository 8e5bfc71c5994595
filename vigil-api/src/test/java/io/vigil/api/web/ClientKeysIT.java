package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedDecisions;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.api.testing.Recorded;
import io.vigil.api.testing.StrictClient;
import io.vigil.testkit.NatsServerExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Existing clients where keys are asked for. */
class ClientKeysIT {

    private static final String KEY = "vg_live_adminadmin12" + "x".repeat(28);
    private static final String TOKEN = "webhook-token-0123456789abcdefghij";
    private static final String WEBHOOK = "/webhook/vigil-guard-2";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway keys;
    static Gateway tokens;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        keys = Gateway.start(nats.url(), "--vigil.api.anonymous=false", "--vigil.api.admin-key=" + KEY);
        tokens = Gateway.start(
                nats.url(),
                "--vigil.api.anonymous=false",
                "--vigil.api.admin-key=" + KEY,
                "--vigil.api.extension.token=" + TOKEN);
        pipeline = new PlayedPipeline(nats.connect(), PlayedDecisions::decide);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        tokens.close();
        keys.close();
    }

    private static Exchange post(Gateway gateway, String path, String body, String header, @Nullable String value)
            throws Exception {
        var request = gateway.json(path, body);
        return gateway.send((value == null ? request : request.header(header, value)).build());
    }

    @Test
    void checksForAClientWithAKey() throws Exception {
        Exchange exchange =
                post(keys, "/v1/guard/analyze", Recorded.body("litellm-connector"), "Authorization", "Bearer " + KEY);

        assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
        StrictClient.acceptsResult(exchange.json());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/guard/analyze,application/json,INVALID_API_KEY",
        "/v1/guard/batch,application/json,INVALID_API_KEY",
        "/beta/litellm_basic_guardrail_api,application/json,INVALID_API_KEY",
        "/webhook/vigil-guard-2,application/json,INVALID_API_KEY",
        "/v1/guard/input,application/problem+json,unauthorized"
    })
    void tellsAClientThatItsKeyIsNotGood(String path, String type, String code) throws Exception {
        for (String key : new String[] {null, "Bearer vg_live_00000000000000000000000000000000"}) {
            Exchange exchange = post(keys, path, "{}", "Authorization", key);

            assertThat(exchange.status()).isEqualTo(401);
            assertThat(exchange.header("Content-Type")).isEqualTo(type);
            assertThat(exchange.text("code")).isEqualTo(code);
            assertThat(exchange.text("error")).isNotBlank();
            assertThat(exchange.text("requestId")).isEqualTo(exchange.header("X-Request-Id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/license/status", "/health", "/ui/api/plugin-config"})
    void needsNoKeyForWhatTellsNothing(String path) throws Exception {
        assertThat(keys.get(path).status()).isEqualTo(200);
        assertThat(keys.send(keys.request(path)
                                .header("Authorization", "Bearer vg_live_00000000000000000000000000000000")
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsTheExtensionInByItsTokenOrByAKeyAndNowhereElse() throws Exception {
        String body = "{\"chatInput\":\"hello\"}";

        assertThat(post(tokens, WEBHOOK, body, "X-Vigil-Auth", TOKEN).text("action"))
                .isEqualTo("allow");
        assertThat(post(tokens, WEBHOOK, body, "X-API-Key", KEY).text("action")).isEqualTo("allow");
        assertThat(post(tokens, WEBHOOK, body, "X-Vigil-Auth", "wrong").status())
                .isEqualTo(401);
        assertThat(post(tokens, "/v1/guard/input", "{\"prompt\":\"hello\"}", "X-Vigil-Auth", TOKEN)
                        .status())
                .isEqualTo(401);
        assertThat(post(keys, WEBHOOK, body, "X-Vigil-Auth", TOKEN).status()).isEqualTo(401);
    }
}
