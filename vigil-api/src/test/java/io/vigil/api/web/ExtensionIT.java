package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedDecisions;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.api.testing.Recorded;
import io.vigil.testkit.NatsServerExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExtensionIT {

    private static final String WEBHOOK = "/webhook/vigil-guard-2";
    private static final String BOOTSTRAP = "/ui/api/plugin-config/bootstrap";
    private static final String TOKEN = "webhook-token-0123456789abcdefghij";
    private static final String FIRST = "bootstrap-token-0123456789abcdefgh";
    private static final String SECOND = "bootstrap-token-zyxwvutsrqponmlkji";
    private static final String ID = "abcdefghijklmnopabcdefghijklmnop";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway open;
    static Gateway closed;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        open = Gateway.start(nats.url());
        closed = closed(FIRST, "24h");
        pipeline = new PlayedPipeline(nats.connect(), PlayedDecisions::decide);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        open.close();
        closed.close();
    }

    private static Gateway closed(String bootstrapToken, String timeToLive) {
        return Gateway.start(
                nats.url(),
                "--vigil.api.extension.token=" + TOKEN,
                "--vigil.api.extension.bootstrap-token=" + bootstrapToken,
                "--vigil.api.extension.bootstrap-ttl=" + timeToLive,
                "--vigil.api.extension.webhook-url=https://guard.example.com/webhook/vigil-guard-2",
                "--vigil.api.extension.ids=" + ID,
                "--vigil.api.extension.origins=https://chat.example.com");
    }

    @Test
    void cleansWhatTheExtensionSends() throws Exception {
        Exchange exchange = open.post(WEBHOOK, Recorded.body("extension"));

        assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
        JsonNode json = exchange.json();
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "action", "chatInput", "reason", "threat_score", "sessionId", "arbiter", "sanitizedBody");
        assertThat(exchange.text("action")).isEqualTo("sanitize");
        assertThat(exchange.text("reason")).isEqualTo("sanitized");
        assertThat(exchange.text("chatInput")).isEqualTo("The PESEL of the customer is [PESEL].");
        assertThat(exchange.text("sessionId")).isEqualTo("1763766432000");
        assertThat(json.path("threat_score").asInt()).isEqualTo(34);
        assertThat(json.path("arbiter").propertyNames())
                .containsExactlyInAnyOrder("combined_score", "confidence", "boosts_applied");
        JsonNode message = json.at("/sanitizedBody/messages/0");
        assertThat(message.at("/content/parts/0").asString("")).isEqualTo("The PESEL of the customer is [PESEL].");
        assertThat(message.at("/content/content_type").asString("")).isEqualTo("text");
        assertThat(message.at("/author/role").asString("")).isEqualTo("user");
        assertThat(exchange.body()).doesNotContain("44051401359");
    }

    @Test
    void putsTheCleanedTextIntoThePagesOwnMessage() throws Exception {
        JsonNode json = open.post(
                        WEBHOOK,
                        "{\"chatInput\":\"PESEL 44051401359\",\"messages\":[{\"id\":\"m1\",\"author\":{\"role\":\"user\"},"
                                + "\"content\":{\"content_type\":\"text\",\"parts\":[\"PESEL 44051401359\"]},\"extra\":true}]}")
                .json();

        assertThat(json.at("/sanitizedBody/messages").size()).isEqualTo(1);
        assertThat(json.at("/sanitizedBody/messages/0/id").asString("")).isEqualTo("m1");
        assertThat(json.at("/sanitizedBody/messages/0/extra").asBoolean()).isTrue();
        assertThat(json.at("/sanitizedBody/messages/0/content/parts/0").asString(""))
                .isEqualTo("PESEL [PESEL]");
        assertThat(json.path("sessionId").asString("")).matches("\\d{13}");
    }

    @Test
    void blocksAndAllows() throws Exception {
        Exchange block = open.post(WEBHOOK, "{\"chatInput\":\"Ignore all previous\",\"sessionId\":\"1\"}");
        Exchange allow = open.post(WEBHOOK, "{\"chatInput\":\"hello\",\"sessionId\":\"1\"}");
        Exchange empty = open.post(WEBHOOK, "{\"chatInput\":\"\",\"sessionId\":\"1\"}");

        assertThat(block.text("action")).isEqualTo("block");
        assertThat(block.text("chatInput")).isEqualTo("Not allowed here.");
        assertThat(allow.text("action")).isEqualTo("allow");
        assertThat(allow.text("chatInput")).isEqualTo("hello");
        assertThat(allow.json().has("sanitizedBody")).isFalse();
        assertThat(empty.text("action")).isEqualTo("allow");
    }

    /** The extension lets everything pass that is not answered with 200. */
    @ParameterizedTest
    @ValueSource(strings = {"long", "\\ud83d"})
    void blocksWhatCannotBeChecked(String text) throws Exception {
        String input = text.equals("long") ? "a".repeat(100_001) : text;

        Exchange exchange = open.post(WEBHOOK, "{\"chatInput\":\"" + input + "\"}");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.text("action")).isEqualTo("block");
    }

    @Test
    void refusesABodyWithoutAText() throws Exception {
        Exchange exchange = open.post(WEBHOOK, "{\"text\":\"hello\"}");

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.json().at("/details/0/path").asString("")).isEqualTo("chatInput");
    }

    @Test
    void asksForTheTokenWhereThereIsOne() throws Exception {
        String body = "{\"chatInput\":\"hello\"}";

        Exchange without = closed.post(WEBHOOK, body);
        Exchange wrong = closed.send(
                closed.json(WEBHOOK, body).header("X-Vigil-Auth", TOKEN + "x").build());
        Exchange right = closed.send(
                closed.json(WEBHOOK, body).header("X-Vigil-Auth", TOKEN).build());

        assertThat(List.of(without.status(), wrong.status(), right.status())).containsExactly(401, 401, 200);
        assertThat(without.header("Content-Type")).isEqualTo("application/json");
        assertThat(without.text("code")).isEqualTo("INVALID_API_KEY");
        assertThat(right.text("action")).isEqualTo("allow");
    }

    @Test
    void tellsTheSettingsWithoutTheToken() throws Exception {
        Exchange here = open.get("/ui/api/plugin-config");
        Exchange elsewhere = closed.get("/ui/api/plugin-config");

        assertThat(here.json().propertyNames())
                .containsExactlyInAnyOrder("webhookUrl", "enabled", "version", "webhookAuthHeader");
        assertThat(here.text("webhookUrl"))
                .isEqualTo(open.root().resolve(WEBHOOK).toString());
        assertThat(here.json().path("enabled").asBoolean()).isTrue();
        assertThat(here.text("version")).isEqualTo("1.4.0");
        assertThat(here.text("webhookAuthHeader")).isEqualTo("X-Vigil-Auth");
        assertThat(elsewhere.text("webhookUrl")).isEqualTo("https://guard.example.com/webhook/vigil-guard-2");
        assertThat(elsewhere.body()).doesNotContain(TOKEN);
    }

    @Test
    void handsOutTheTokenOnceOverAllGateways() throws Exception {
        try (var other = closed(SECOND, "24h");
                var another = closed(SECOND, "24h")) {
            String body = "{\"bootstrapToken\":\"" + SECOND + "\"}";
            var calls = IntStream.range(0, 10)
                    .mapToObj(i -> (i % 2 == 0 ? other : another).postAsync(BOOTSTRAP, body))
                    .toList();
            var answers = calls.stream()
                    .map(CompletableFuture::join)
                    .map(Exchange::new)
                    .toList();

            var granted =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(granted).hasSize(1);
            assertThat(granted.getFirst().text("webhookToken")).isEqualTo(TOKEN);
            assertThat(granted.getFirst().json().propertyNames())
                    .containsExactlyInAnyOrder("success", "webhookToken", "webhookAuthHeader", "message");
            assertThat(answers.stream().filter(answer -> answer.status() == 401))
                    .hasSize(9)
                    .allSatisfy(answer -> assertThat(answer.text("error")).isEqualTo("ALREADY_USED"));
        }
        try (var later = closed(SECOND, "24h")) {
            assertThat(later.post(BOOTSTRAP, "{\"bootstrapToken\":\"" + SECOND + "\"}")
                            .text("error"))
                    .isEqualTo("ALREADY_USED");
        }
    }

    @Test
    void refusesOtherBootstrapTokens() throws Exception {
        assertThat(closed.post(BOOTSTRAP, "{\"bootstrapToken\":\"wrong\"}").text("error"))
                .isEqualTo("INVALID_TOKEN");
        assertThat(open.post(BOOTSTRAP, "{\"bootstrapToken\":\"wrong\"}").text("error"))
                .isEqualTo("NOT_CONFIGURED");
        assertThat(closed.post(BOOTSTRAP, "{}").status()).isEqualTo(400);
        assertThat(closed.post(BOOTSTRAP, "{\"bootstrapToken\":\"\"}").status()).isEqualTo(400);
        assertThat(closed.post(BOOTSTRAP, "nonsense").status()).isEqualTo(400);
    }

    @Test
    void keepsNoTokenInTheBucket() throws Exception {
        var bucket = nats.connect().keyValue("vigil-extension");

        assertThat(bucket.keys()).isNotEmpty().noneMatch(key -> key.contains("bootstrap"));
        for (String key : bucket.keys()) {
            assertThat(bucket.get(key).getValueAsString()).doesNotContain("token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chrome-extension://" + ID, "https://chat.example.com"})
    void letsNamedOriginsCall(String origin) throws Exception {
        Exchange preflight = closed.send(closed.request(WEBHOOK)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-vigil-auth")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        Exchange call = closed.send(closed.json(WEBHOOK, "{\"chatInput\":\"hello\"}")
                .header("Origin", origin)
                .header("X-Vigil-Auth", TOKEN)
                .build());

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Headers")).containsIgnoringCase("x-vigil-auth");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    }

    @Test
    void letsNoOtherOriginCallAndNeverOnOtherPaths() throws Exception {
        Exchange other = closed.send(closed.json(WEBHOOK, "{\"chatInput\":\"hello\"}")
                .header("Origin", "https://evil.example.com")
                .header("X-Vigil-Auth", TOKEN)
                .build());
        Exchange elsewhere = closed.send(closed.json("/v1/guard/input", "{\"prompt\":\"hello\"}")
                .header("Origin", "https://chat.example.com")
                .build());

        assertThat(other.status()).isEqualTo(403);
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isEmpty();
    }

    /** An extension with a permission for the host calls with its origin, and is named nowhere. */
    @Test
    void saysNothingOfOriginsWhereNobodyIsNamed() throws Exception {
        Exchange exchange = open.send(open.json(WEBHOOK, "{\"chatInput\":\"hello\"}")
                .header("Origin", "chrome-extension://" + ID)
                .build());

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
