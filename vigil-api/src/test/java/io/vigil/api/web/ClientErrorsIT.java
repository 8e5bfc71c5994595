package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.NatsServerExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in the shape that existing clients read. Nobody plays the pipeline here. */
class ClientErrorsIT {

    private static final String SECRET = "s3cret";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start(
                nats.url(),
                "--vigil.api.timeout=200ms",
                "--vigil.api.publish-timeout=200ms",
                "--vigil.api.retry-after=2s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<Arguments> invalid() {
        String tooLong = "a".repeat(100_001);
        return Stream.of(
                arguments("/v1/guard/input", "{\"prompt\":\"" + tooLong + "\"}", "prompt", "100000"),
                arguments("/v1/guard/input", "{\"prompt\":\"\"}", "prompt", "empty"),
                arguments("/v1/guard/input", "{\"prompt\":3}", "prompt", "string"),
                arguments("/v1/guard/input", "{\"prompt\":null}", "prompt", "required"),
                arguments("/v1/guard/input", "{\"metadata\":{}}", "prompt", "required"),
                arguments("/v1/guard/input", "{\"prompt\":\"" + SECRET + "\",\"text\":\"b\"}", "text", "beside"),
                arguments("/v1/guard/input", "{\"prompt\":\"half \\ud83d pair\"}", "prompt", "surrogate"),
                arguments("/v1/guard/input", "{\"prompt\":\"a\",\"mode\":\"" + SECRET + "\"}", "mode", "full"),
                arguments("/v1/guard/output", "{\"output\":\"" + tooLong + "\"}", "output", "100000"),
                arguments(
                        "/v1/guard/output",
                        "{\"output\":\"a\",\"originalPrompt\":\"" + tooLong + "\"}",
                        "originalPrompt",
                        "100000"),
                arguments("/v1/guard/analyze", "{\"text\":\"a\"}", "source", "required"),
                arguments("/v1/guard/analyze", "{\"text\":\"a\",\"source\":\"" + SECRET + "\"}", "source", "one of"),
                arguments("/v1/guard/analyze", "{}", "text", "required"),
                arguments("/v1/guard/analyze", "[]", "", "object"),
                arguments("/v1/guard/batch", "{}", "items", "1 to 24"),
                arguments("/v1/guard/batch", "{\"items\":[]}", "items", "1 to 24"),
                arguments("/v1/guard/batch", "[]", "items", "1 to 24"),
                arguments("/v1/guard/batch", "{\"items\":" + items(25) + "}", "items", "1 to 24"),
                arguments("/beta/litellm_basic_guardrail_api", "{\"texts\":[]}", "input_type", "request"),
                arguments(
                        "/beta/litellm_basic_guardrail_api",
                        "{\"input_type\":\"request\",\"texts\":[\"a\",3]}",
                        "texts[1]",
                        "string"));
    }

    private static String items(int count) {
        return "[" + "{\"text\":\"a\"},".repeat(count - 1) + "{\"text\":\"a\"}]";
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void namesTheFieldAtFault(String path, String body, String field, String message) throws Exception {
        Exchange exchange = gateway.post(path, body);

        assertError(exchange, 400, "VALIDATION_ERROR");
        assertThat(exchange.json().at("/details/0/path").asString("")).isEqualTo(field);
        assertThat(exchange.json().at("/details/0/message").asString("")).contains(message);
        assertThat(exchange.text("error")).isEqualTo("Validation failed");
    }

    /** A client that used its newer fields takes these words for a server that does not know them. */
    @Test
    void saysNothingOfNewerFieldsInAFaultOfTheText() throws Exception {
        Exchange exchange = gateway.post(
                "/v1/guard/analyze", "{\"text\":\"" + "a".repeat(100_001) + "\",\"source\":\"tool_input\"}");

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.body()).doesNotContain("agent", "tool", "conversation", "system_prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/guard/analyze", "/v1/guard/batch", "/beta/litellm_basic_guardrail_api"})
    void refusesWhatIsNoJson(String path) throws Exception {
        assertError(gateway.post(path, "{\"text\":\"" + SECRET), 400, "MALFORMED_JSON");
        assertError(gateway.post(path, ""), 400, null);
        assertError(gateway.post(path, "{\"text\":\"a\"}{}"), 400, "MALFORMED_JSON");
    }

    /** Two values for one field would let two readers see different texts. */
    @Test
    void refusesATextGivenTwice() throws Exception {
        assertError(gateway.post("/v1/guard/input", "{\"prompt\":\"a\",\"prompt\":\"b\"}"), 400, "MALFORMED_JSON");
        assertError(
                gateway.post("/v1/guard/batch", "{\"items\":[{\"text\":\"a\",\"text\":\"b\"}]}"),
                400,
                "MALFORMED_JSON");
    }

    @Test
    void saysTooLargeAndWrongMethodAndMediaTypeInTheirShape() throws Exception {
        assertError(gateway.post("/v1/guard/analyze", "{\"text\":\"" + "a".repeat(2_200_000)), 413, "BODY_TOO_LARGE");
        assertError(gateway.get("/v1/guard/batch"), 405, "METHOD_NOT_ALLOWED");
        assertError(
                gateway.send(gateway.request("/v1/guard/analyze")
                        .POST(BodyPublishers.ofString("{}"))
                        .build()),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertError(gateway.get("/v1/guard/" + SECRET), 404, "NOT_FOUND");
    }

    @Test
    void saysThatNoDecisionCame() throws Exception {
        assertError(gateway.post("/v1/guard/input", "{\"prompt\":\"" + SECRET + "\"}"), 504, "DECISION_TIMEOUT");
    }

    @Test
    void answersBothDialectsWhereThePathDoesNotTell() throws Exception {
        Exchange exchange = gateway.post("/v1/guard/input", "{\"text\":\"\"}");

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(exchange.text("code")).isEqualTo("invalid_request");
        assertThat(exchange.text("requestId")).isEqualTo(exchange.text("request_id"));
        assertThat(exchange.text("error")).isEqualTo("Validation failed");
        assertThat(exchange.json().at("/details/0/path").asString("")).isEqualTo("text");
        assertThat(exchange.json().at("/errors/0/pointer").asString("")).isEqualTo("/text");
    }

    @Test
    void tellsWhenToTryAgainInWholeSeconds() throws Exception {
        try (var busy =
                Gateway.start(nats.url(), "--vigil.api.retry-after=2s", "--vigil.api.clients.body-budget=16MB")) {
            Exchange exchange = whilePaused(busy, "/v1/guard/input", "{\"prompt\":\"hello\"}");

            assertError(exchange, 503, "SERVICE_UNAVAILABLE");
            assertThat(exchange.header("Retry-After")).isEqualTo("2");
            assertThat(exchange.json().path("retryAfter").isIntegralNumber()).isTrue();
            assertThat(exchange.json().path("retryAfter").asInt()).isEqualTo(2);
        }
    }

    private static void assertError(Exchange exchange, int status, @Nullable String code) {
        assertThat(exchange.status()).as(exchange.body()).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
        assertThat(exchange.json().isObject()).isTrue();
        assertThat(exchange.text("error")).isNotBlank();
        assertThat(exchange.text("requestId")).isEqualTo(exchange.header("X-Request-Id"));
        assertThat(exchange.json().propertyNames())
                .isSubsetOf("error", "code", "requestId", "details", "retryAfter", "limit", "remaining", "resetAt");
        exchange.json().forEach(value -> assertThat(value.isNull()).isFalse());
        if (code != null) {
            assertThat(exchange.text("code")).isEqualTo(code);
        }
        assertThat(exchange.body()).doesNotContain(SECRET);
    }

    private static Exchange whilePaused(Gateway asked, String path, String body) throws Exception {
        nats.server().pause();
        try {
            return asked.post(path, body);
        } finally {
            nats.server().resume();
        }
    }
}
