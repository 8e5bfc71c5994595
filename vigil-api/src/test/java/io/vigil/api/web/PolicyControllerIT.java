package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.liveconfig.ConfigReader;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The policy in the bucket of a real broker through the gateway. */
class PolicyControllerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection broker;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        broker = nats.connect();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void empty() throws Exception {
        for (String stream : List.of("KV_" + Streams.CONFIG_BUCKET, Streams.AUDIT)) {
            broker.jetStreamManagement().purgeStream(stream);
        }
    }

    private static ObjectNode policy(int block) {
        ObjectNode policy = Json.mapper().valueToTree(ArbiterPolicy.defaults().withBlockThreshold(block));
        return policy;
    }

    private static Exchange put(String ifMatch, JsonNode policy) throws Exception {
        return put("/v1/policy", ifMatch, policy.toString());
    }

    private static Exchange put(String path, String ifMatch, String body) throws Exception {
        var request = gateway.request(path).header("Content-Type", "application/json");
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return gateway.send(request.PUT(BodyPublishers.ofString(body)).build());
    }

    private static String stored(int block) throws Exception {
        Exchange answer = put("*", policy(block));
        assertThat(answer.status()).isEqualTo(200);
        return answer.header("ETag");
    }

    @Test
    void answersTheBuiltInPolicyWhereNoneIsStored() throws Exception {
        Exchange answer = gateway.get("/v1/policy");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(Json.mapper().treeToValue(answer.json(), ArbiterPolicy.class))
                .isEqualTo(ArbiterPolicy.defaults());
    }

    @Test
    void storesAPolicyThatTheArbiterReads() throws Exception {
        Exchange changed = put("\"0\"", policy(80));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/changes/0/path").asString()).isEqualTo("/thresholds/block");
        assertThat(changed.json().at("/changes/0/before").asInt()).isEqualTo(70);
        assertThat(changed.json().at("/changes/0/value").asInt()).isEqualTo(80);
        assertThat(changed.json().path("changes").size()).isEqualTo(1);
        byte[] stored = Objects.requireNonNull(
                broker.keyValue(Streams.CONFIG_BUCKET).get(ArbiterPolicy.KEY).getValue());
        assertThat(new ConfigReader<>(ArbiterPolicy.class).read(stored))
                .isEqualTo(
                        new ConfigReader.Result.Good<>(ArbiterPolicy.defaults().withBlockThreshold(80)));
        Exchange now = gateway.get("/v1/policy");
        assertThat(now.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(now.json().at("/thresholds/block").asInt()).isEqualTo(80);
    }

    @Test
    void refusesAChangeThatWasMadeForAnotherRevision() throws Exception {
        String first = stored(80);
        String second = stored(81);

        Exchange late = put(first, policy(82));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("code")).isEqualTo("precondition_failed");
        assertThat(late.header("ETag")).isEqualTo(second);
        assertThat(put("\"0\"", policy(82)).status()).isEqualTo(412);
        assertThat(put("nonsense", policy(82)).status()).isEqualTo(412);
        assertThat(put("", policy(82)).text("code")).isEqualTo("precondition_required");
        assertThat(gateway.get("/v1/policy").header("ETag")).isEqualTo(second);
    }

    @Test
    void namesEveryWrongFieldAndWhatIsAllowed() throws Exception {
        ObjectNode policy = policy(80);
        ((ObjectNode) policy.path("thresholds")).put("block", 700);
        ((ObjectNode) policy.path("weights").path("full")).put("heuristics", "much");
        policy.remove("sanitize");
        policy.put("planted", true);

        Exchange answer = put("*", policy);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .contains("/thresholds/block", "/weights/full/heuristics", "");
        assertThat(answer.body()).contains("100").doesNotContain("700", "much");
        assertThat(gateway.get("/v1/policy").header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /thresholds | {"block":40,"sanitize":40}                               | /thresholds/sanitize
            /weights/fast | {"heuristics":0.5,"semantic":0.6}                      | /weights/fast
            /lists | {"deny":[{"id":"a","kind":"regex","value":"(a"}]}             | ''
            /lists | {"allow":[{"id":"a","kind":"phrase","value":"a"}]}            | /lists/allow/0/kind
            """)
    void refusesWhatTheArbiterWouldRefuse(String pointer, String value, String named) throws Exception {
        ObjectNode policy = policy(80);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) policy.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), Json.mapper().readTree(value));

        Exchange answer = put("*", policy);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(named);
    }

    @Test
    void refusesWhatIsNoPolicyAtAll() throws Exception {
        assertThat(put("/v1/policy", "*", "{").text("code")).isEqualTo("malformed_json");
        assertThat(put("/v1/policy", "*", "").text("code")).isEqualTo("malformed_json");
        assertThat(put("/v1/policy", "*", "[]").text("code")).isEqualTo("invalid_request");
        assertThat(put("/v1/policy", "*", "null").text("code")).isEqualTo("invalid_request");
    }

    @Test
    void triesAPolicyWithoutStoringIt() throws Exception {
        Exchange answer = put("/v1/policy?dryRun=true", "", policy(90).toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/changes/0/path").asString()).isEqualTo("/thresholds/block");
        assertThat(answer.json().at("/replay/available").asBoolean()).isFalse();
        assertThat(answer.json().at("/replay/reason").asString()).contains("event log");
        assertThat(gateway.get("/v1/policy").header("ETag")).isEqualTo("\"0\"");
        assertThat(put("/v1/policy?dryRun=true", "", "{}").status()).isEqualTo(400);
    }

    @Test
    void saysHowManyPastDecisionsWouldChangeAndShowsNoTextOfThem() throws Exception {
        var log = broker.createDispatcher(question -> broker.publish(
                Objects.requireNonNull(question.getReplyTo()),
                "{\"events\":7,\"changed\":2,\"examples\":[{\"text_excerpt\":\"planted\"}]}".getBytes(UTF_8)));
        log.subscribe(Subjects.EVENTS_REPLAY);
        broker.flush(Duration.ofSeconds(5));
        try {
            Exchange answer =
                    put("/v1/policy?dryRun=true&last=7", "", policy(90).toString());
            assertThat(answer.json().at("/replay/available").asBoolean()).isTrue();
            assertThat(answer.json().at("/replay/result/changed").asInt()).isEqualTo(2);
            assertThat(answer.body()).doesNotContain("planted");
            assertThat(put("/v1/policy?dryRun=true&last=0", "", policy(90).toString())
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/last");
        } finally {
            broker.closeDispatcher(log);
        }
    }

    @Test
    void keepsTheHistoryAndWhoMadeIt() throws Exception {
        String first = stored(80);
        stored(81);
        broker.keyValue(Streams.CONFIG_BUCKET)
                .put(ArbiterPolicy.KEY, policy(82).toString().getBytes(UTF_8));

        JsonNode history = gateway.get("/v1/policy/history").json();
        assertThat(history.path("revisions").size()).isEqualTo(3);
        assertThat(history.at("/revisions/0/revision").asLong())
                .isEqualTo(history.path("current").asLong());
        assertThat(history.at("/revisions/0").has("actor")).isFalse();
        assertThat(history.at("/revisions/1/actor").asString()).isEqualTo("anonymous");
        assertThat(history.at("/revisions/2/action").asString()).isEqualTo("policy.changed");
        assertThat("\"" + history.at("/revisions/2/revision").asLong() + "\"").isEqualTo(first);
    }

    @Test
    void saysWhatIsDifferentBetweenRevisions() throws Exception {
        String first = stored(80).replace("\"", "");
        String second = stored(81).replace("\"", "");

        JsonNode changes = gateway.get("/v1/policy/diff?from=" + first + "&to=" + second)
                .json()
                .path("changes");
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.at("/0/op").asString()).isEqualTo("replace");
        assertThat(changes.at("/0/value").asInt()).isEqualTo(81);
        assertThat(gateway.get("/v1/policy/diff?from=0&to=" + first).status()).isEqualTo(200);
        assertThat(gateway.get("/v1/policy/diff?from=0&to=999999").text("code")).isEqualTo("revision_not_found");
        assertThat(gateway.get("/v1/policy/diff?from=0")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/to");
    }

    @Test
    void rollsBackAsANewRevision() throws Exception {
        String first = stored(80).replace("\"", "");
        String second = stored(81);

        Exchange answer = gateway.post("/v1/policy/rollback", "{\"revision\":" + first + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(second);
        assertThat(gateway.get("/v1/policy").json().at("/thresholds/block").asInt())
                .isEqualTo(80);
        assertThat(gateway.get("/v1/policy/history")
                        .json()
                        .at("/revisions/0/action")
                        .asString())
                .isEqualTo("policy.rolled_back");
        assertThat(gateway.post("/v1/policy/rollback", "{\"revision\":999999}").status())
                .isEqualTo(404);
        assertThat(gateway.post("/v1/policy/rollback", "{\"revision\":-1}").status())
                .isEqualTo(400);
        assertThat(gateway.post("/v1/policy/rollback", "{}").status()).isEqualTo(400);
        assertThat(gateway.send(gateway.json("/v1/policy/rollback", "{\"revision\":0}")
                                .header("If-Match", second)
                                .build())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void writesEveryChangeDownWithBeforeAndAfter() throws Exception {
        stored(80);

        byte[] entry = broker.jetStreamManagement()
                .getLastMessage(Streams.AUDIT, "vigil.audit.policy.changed")
                .getData();
        JsonNode audited = Json.mapper().readTree(entry);
        assertThat(audited.path("actor").asString()).isEqualTo("anonymous");
        assertThat(audited.at("/before/thresholds/block").asInt()).isEqualTo(70);
        assertThat(audited.at("/after/thresholds/block").asInt()).isEqualTo(80);
        byte[] event = broker.jetStreamManagement()
                .getLastMessage(Streams.EVENTS, Subjects.event("policy_changed", 1))
                .getData();
        assertThat(Json.mapper().readTree(event).at("/data/document").asString())
                .isEqualTo(ArbiterPolicy.KEY);
    }

    @Test
    void replacesWhatSomebodyWrotePastTheGateway() throws Exception {
        broker.keyValue(Streams.CONFIG_BUCKET).put(ArbiterPolicy.KEY, "{nonsense".getBytes(UTF_8));

        Exchange now = gateway.get("/v1/policy");
        assertThat(now.status()).isEqualTo(200);
        assertThat(put(now.header("ETag"), policy(80)).status()).isEqualTo(200);
    }

    @Test
    void publishesTheSchema() throws Exception {
        JsonNode schema = gateway.get("/v1/policy/schema").json();
        assertThat(schema.at("/properties/thresholds/properties/block/maximum").asInt())
                .isEqualTo(100);
    }
}
