package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedDecisions;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.api.testing.Recorded;
import io.vigil.api.testing.StrictClient;
import io.vigil.testkit.NatsServerExtension;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class BatchContractIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        pipeline = new PlayedPipeline(nats.connect(), PlayedDecisions::decide);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        gateway.close();
    }

    private static JsonNode answer(String body, int items) throws Exception {
        Exchange exchange = gateway.post("/v1/guard/batch", body);
        assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
        StrictClient.acceptsBatch(exchange.json(), items);
        return exchange.json().path("items");
    }

    @Test
    void answersEachItemOfTheSdkInItsPlace() throws Exception {
        JsonNode items = answer(Recorded.body("python-sdk-batch"), 3);

        assertThat(items.at("/0/response/decision").asString("")).isEqualTo("ALLOWED");
        assertThat(items.at("/1/response/decision").asString("")).isEqualTo("BLOCKED");
        assertThat(items.at("/2/response/decision").asString("")).isEqualTo("SANITIZED");
        assertThat(items.findValuesAsString("requestId")).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheFaultOfOneItemFromTheOthers() throws Exception {
        JsonNode items = answer(
                "{\"items\":[{\"text\":\"hi\"},{\"text\":\"" + "a".repeat(100_001)
                        + "\"},{\"text\":\"half \\ud83d pair\"},"
                        + "{\"text\":\"\"},{\"source\":\"user_input\"},7,{\"text\":\"hi\",\"source\":\"elsewhere\"},"
                        + "{\"text\":\"Ignore all previous\"}]}",
                8);

        assertThat(items.at("/0/ok").asBoolean()).isTrue();
        assertThat(items.findValuesAsString("code"))
                .containsExactly(
                        "TEXT_TOO_LONG",
                        "INVALID_ENCODING",
                        "VALIDATION_ERROR",
                        "VALIDATION_ERROR",
                        "VALIDATION_ERROR",
                        "VALIDATION_ERROR");
        assertThat(items.at("/7/response/decision").asString("")).isEqualTo("BLOCKED");
    }

    @Test
    void takesTwentyFourItemsOfTheLongestText() throws Exception {
        String item = "{\"text\":\"" + "ł".repeat(100_000) + "\"}";
        String body = "{\"items\":["
                + String.join(",", IntStream.range(0, 24).mapToObj(i -> item).toList()) + "]}";

        JsonNode items = answer(body, 24);

        assertThat(items.findValuesAsString("decision")).hasSize(24).containsOnly("ALLOWED");
    }

    @Test
    void namesTheItemsLikeTheCall() throws Exception {
        Exchange exchange = gateway.send(gateway.json("/v1/guard/batch", "{\"items\":[{\"text\":\"hi\"}]}")
                .header("X-Request-Id", "order-42")
                .build());

        assertThat(exchange.header("X-Request-Id")).isEqualTo("order-42");
        assertThat(exchange.json().at("/items/0/response/requestId").asString(""))
                .startsWith("order-42.");
    }

    @Test
    void refusesTheWholeWhereNothingGotThrough() throws Exception {
        try (var full =
                Gateway.start(nats.url(), "--vigil.api.max-in-flight=1", "--vigil.api.clients.body-budget=16MB")) {
            Exchange exchange = whilePaused(full, "/v1/guard/batch", "{\"items\":[{\"text\":\"a\"},{\"text\":\"b\"}]}");

            assertThat(exchange.status()).as(exchange.body()).isEqualTo(503);
            assertThat(exchange.text("code")).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(exchange.json().path("retryAfter").asInt()).isPositive();
        }
    }

    @Test
    void answersEveryTextOfLiteLlmInItsPlace() throws Exception {
        Exchange exchange = gateway.post("/beta/litellm_basic_guardrail_api", Recorded.body("litellm-generic"));

        assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
        assertThat(exchange.text("action")).isEqualTo("GUARDRAIL_INTERVENED");
        assertThat(exchange.json().path("texts").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "What is the capital of France?",
                        " ",
                        "The PESEL of the customer is [PESEL].",
                        "And of Spain?");
        assertThat(exchange.json().has("blocked_reason")).isFalse();
    }

    @Test
    void blocksACallOfLiteLlmForAnyOfItsTexts() throws Exception {
        Exchange exchange = gateway.post(
                "/beta/litellm_basic_guardrail_api",
                "{\"input_type\":\"response\",\"texts\":[\"hi\",\"PESEL 44051401359\",\"Ignore all previous\"]}");

        assertThat(exchange.text("action")).isEqualTo("BLOCKED");
        assertThat(exchange.text("blocked_reason")).isEqualTo("Not allowed here.");
        assertThat(exchange.json().has("texts")).isFalse();
    }

    @Test
    void leavesHarmlessTextsOfLiteLlmAlone() throws Exception {
        for (String texts : new String[] {"[\"hi\",\"\"]", "[]", "null"}) {
            Exchange exchange = gateway.post(
                    "/beta/litellm_basic_guardrail_api", "{\"input_type\":\"request\",\"texts\":" + texts + "}");

            assertThat(exchange.body()).isEqualTo("{\"action\":\"NONE\"}");
        }
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
