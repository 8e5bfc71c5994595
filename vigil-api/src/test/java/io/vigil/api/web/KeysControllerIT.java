package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.vigil.api.access.Scope;
import io.vigil.api.keys.LastUses;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Keys on two gateways with one broker, and what they allow. */
class KeysControllerIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);
    private static final String HELLO = "{\"text\":\"hello\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway one;
    static Gateway other;
    static Connection broker;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        one = Gateway.start(nats.url(), "--vigil.api.anonymous=false", "--vigil.api.admin-key=" + ADMIN);
        other = Gateway.start(nats.url(), "--vigil.api.anonymous=false", "--vigil.api.admin-key=" + ADMIN);
        broker = nats.connect();
        pipeline = new PlayedPipeline(broker, PlayedPipeline::allow);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        other.close();
        one.close();
    }

    private static Exchange send(Gateway gateway, @Nullable String key, HttpRequest.Builder request) throws Exception {
        return gateway.send((key == null ? request : request.header("Authorization", "Bearer " + key)).build());
    }

    private static JsonNode create(String by, String body) throws Exception {
        Exchange created = send(one, by, one.json("/v1/keys", body));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private static String keyOf(String tenant, Scope... scopes) throws Exception {
        String names = Arrays.stream(scopes).map(s -> "\"" + s.value() + "\"").collect(Collectors.joining(","));
        return create(ADMIN, "{\"name\":\"n\",\"tenant\":\"%s\",\"scopes\":[%s]}".formatted(tenant, names))
                .path("key")
                .asString();
    }

    private static int guard(Gateway gateway, @Nullable String key) throws Exception {
        return send(gateway, key, gateway.json("/v1/guard/input", HELLO)).status();
    }

    @Test
    void asksForAKey() throws Exception {
        Exchange refused = send(one, null, one.json("/v1/guard/input", HELLO));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"vigil\"");
        assertThat(refused.text("code")).isEqualTo("unauthorized");
        assertThat(refused.header("X-Request-Id")).isEqualTo(refused.text("request_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer planted-secret-4711",
        "Bearer vg_live_adminadmin12yyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        "Basic cGxhbnRlZA==",
        "Bearer ''",
    })
    void refusesWhatIsNoKeyAndQuotesNothing(String authorization) throws Exception {
        try (var log = LogCapture.start()) {
            Exchange refused = one.send(one.json("/v1/guard/input", HELLO)
                    .header("Authorization", authorization)
                    .build());

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
            assertThat(refused.body()).doesNotContain("planted", "yyyyy");
            assertThat(log.entries()).noneMatch(line -> line.contains("planted") || line.contains("yyyyy"));
        }
    }

    @Test
    void takesAKeyInEitherHeader() throws Exception {
        assertThat(guard(one, ADMIN)).isEqualTo(200);
        assertThat(one.send(one.json("/v1/guard/input", HELLO)
                                .header("X-API-Key", ADMIN)
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsNoKeyForHealthAndContract() throws Exception {
        for (String path : new String[] {"/health", "/health/nats", "/openapi.json", "/actuator/health/readiness"}) {
            assertThat(one.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void keepsUnknownPathsFromStrangers() throws Exception {
        assertThat(one.get("/v1/nothing").status()).isEqualTo(401);
        assertThat(send(one, ADMIN, one.request("/v1/nothing")).status()).isEqualTo(404);
    }

    @Test
    void holdsOnEveryGatewayWithinTwoSecondsAndEndsSo() throws Exception {
        JsonNode created = create(ADMIN, "{\"name\":\"both\",\"scopes\":[\"guard\"]}");
        String key = created.path("key").asString();
        assertThat(key).matches("vg_live_[A-Za-z0-9]{32,}");
        assertThat(guard(one, key)).isEqualTo(200);
        Eventually.withinSeconds(2).becomes("status on the other gateway", 200, () -> guard(other, key));

        String path = "/v1/keys/" + created.path("id").asString();
        Exchange revoked = send(one, ADMIN, one.request(path).DELETE());

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text("status")).isEqualTo("revoked");
        assertThat(guard(one, key)).isEqualTo(401);
        Eventually.withinSeconds(2).becomes("status on the other gateway", 401, () -> guard(other, key));
        assertThat(send(other, key, other.json("/v1/guard/input", HELLO)).text("detail"))
                .contains("revoked");
    }

    @Test
    void showsTheTextOfAKeyOnceAndItsHashNever() throws Exception {
        JsonNode created = create(ADMIN, "{\"name\":\"once\",\"mode\":\"test\",\"scopes\":[\"pii\",\"guard\"]}");
        String key = created.path("key").asString();
        assertThat(key).startsWith("vg_test_");
        String id = created.path("id").asString();

        Exchange shown = send(one, ADMIN, one.request("/v1/keys/" + id));
        Exchange list = send(one, ADMIN, one.request("/v1/keys"));

        assertThat(shown.text("prefix")).isEqualTo("vg_test_" + id);
        assertThat(shown.json().path("scopes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("guard", "pii");
        assertThat(list.json().path("keys").findValuesAsString("id")).contains(id);
        assertThat(shown.body() + list.body())
                .doesNotContain(key)
                .doesNotContain("hash")
                .doesNotContain(key.substring(20));
        byte[] stored = Objects.requireNonNull(
                Objects.requireNonNull(broker.keyValue(Streams.KEYS_BUCKET).get("key." + id))
                        .getValue());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
                .contains("hash")
                .doesNotContain(key.substring(20));
    }

    @Test
    void keepsTheOldKeyForTheOverlapAfterARotation() throws Exception {
        JsonNode old = create(ADMIN, "{\"name\":\"turn\",\"tenant\":\"acme\",\"scopes\":[\"guard\"]}");
        String path = "/v1/keys/" + old.path("id").asString() + "/rotate";

        JsonNode next = send(one, ADMIN, one.json(path, "")).json();
        assertThat(next.path("rotated_from").asString())
                .isEqualTo(old.path("id").asString());
        assertThat(next.path("tenant").asString()).isEqualTo("acme");
        assertThat(guard(one, old.path("key").asString())).isEqualTo(200);
        assertThat(guard(one, next.path("key").asString())).isEqualTo(200);

        String again = "/v1/keys/" + next.path("id").asString() + "/rotate";
        assertThat(send(one, ADMIN, one.json(again, "{\"overlap_seconds\":0}")).status())
                .isEqualTo(201);
        assertThat(guard(one, next.path("key").asString())).isEqualTo(401);
        assertThat(send(one, ADMIN, one.json(again, "")).text("code")).isEqualTo("invalid_request");
    }

    @Test
    void managesNoKeysOfOtherTenantsAndGivesNoScopeItLacks() throws Exception {
        String manager = keyOf("acme", Scope.KEYS, Scope.GUARD);
        String mine = create(manager, "{\"name\":\"mine\",\"scopes\":[\"guard\"]}")
                .path("id")
                .asString();
        String foreign = create(ADMIN, "{\"name\":\"theirs\",\"tenant\":\"globex\",\"scopes\":[\"guard\"]}")
                .path("id")
                .asString();

        JsonNode seen = send(one, manager, one.request("/v1/keys")).json().path("keys");
        assertThat(seen.findValuesAsString("id")).contains(mine).doesNotContain(foreign);
        assertThat(seen.findValuesAsString("tenant")).containsOnly("acme");
        for (var request : new HttpRequest.Builder[] {
            one.request("/v1/keys/" + foreign),
            one.request("/v1/keys/" + foreign).DELETE(),
            one.json("/v1/keys/" + foreign + "/rotate", "")
        }) {
            assertThat(send(one, manager, request).text("code")).isEqualTo("key_not_found");
        }
        Exchange scope = send(one, manager, one.json("/v1/keys", "{\"name\":\"up\",\"scopes\":[\"dlq\",\"guard\"]}"));
        assertThat(scope.status()).isEqualTo(403);
        assertThat(scope.text("detail")).contains("dlq").doesNotContain("guard");
        for (String tenant : new String[] {"globex", ""}) {
            String body = "{\"name\":\"x\",\"tenant\":\"%s\",\"scopes\":[\"guard\"]}".formatted(tenant);
            assertThat(send(one, manager, one.json("/v1/keys", body)).status()).isEqualTo(403);
        }
    }

    @Test
    void sendsTheTenantOfTheKeyAlong() throws Exception {
        String key = keyOf("tenant-7", Scope.GUARD);

        String id = send(one, key, one.json("/v1/guard/output", HELLO)).text("request_id");

        assertThat(pipeline.seen())
                .filteredOn(message -> id.equals(message.getHeaders().getFirst(HeaderNames.CORRELATION_ID)))
                .singleElement()
                .satisfies(message -> assertThat(message.getHeaders().getFirst(HeaderNames.TENANT))
                        .isEqualTo("tenant-7"));
    }

    @Test
    void sendsTheTenantAlongToThePiiWorkers() throws Exception {
        String key = keyOf("tenant-8", Scope.PII);
        var tenants = new CompletableFuture<String>();
        var worker = broker.createDispatcher(message -> {
            tenants.complete(message.getHeaders().getFirst(HeaderNames.TENANT));
            broker.publish(Objects.requireNonNull(message.getReplyTo()), new byte[0]);
        });
        worker.subscribe(Subjects.PII_REDACT);
        broker.flush(Duration.ofSeconds(5));

        send(one, key, one.json("/v1/pii/redact", HELLO));

        assertThat(tenants.get(10, TimeUnit.SECONDS)).isEqualTo("tenant-8");
        broker.closeDispatcher(worker);
    }

    @Test
    void notesWhenAKeyWasUsed() throws Exception {
        JsonNode created = create(ADMIN, "{\"name\":\"used\",\"scopes\":[\"guard\"]}");
        String id = created.path("id").asString();
        var uses = one.context().getBean(LastUses.class);
        assertThat(guard(one, created.path("key").asString())).isEqualTo(200);

        uses.flush();

        Eventually.withinSeconds(5)
                .isTrue(
                        "last use on the other gateway",
                        () -> send(other, ADMIN, other.request("/v1/keys/" + id))
                                .json()
                                .has("last_used_at"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                    | /name
            {"name":"","scopes":["guard"]}                                        | /name
            {"name":"a"}                                                          | /scopes
            {"name":"a","scopes":[]}                                              | /scopes
            {"name":"a","scopes":["planted"]}                                     | /scopes
            {"name":"a","scopes":"planted"}                                       | /scopes
            {"name":"a","scopes":["guard"],"tenant":"planted one"}                | /tenant
            {"name":"a","scopes":["guard"],"mode":"planted"}                      | /mode
            {"name":"a","scopes":["guard"],"expires_at":"planted"}                | /expires_at
            {"name":"a","scopes":["guard"],"expires_at":"2001-01-01T00:00:00Z"}   | /expires_at
            {"name":"a","scopes":["guard"],"limits":{"requests_per_minute":-1}}   | /limits
            """)
    void namesTheFieldAtFault(String body, String pointer) throws Exception {
        Exchange refused = send(one, ADMIN, one.json("/v1/keys", body));

        assertThat(refused.text("code")).isEqualTo("invalid_request");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.body()).doesNotContain("planted");
    }

    @Test
    void writesEveryChangeToTheAuditTrail() throws Exception {
        JsonNode created = create(ADMIN, "{\"name\":\"seen\",\"scopes\":[\"guard\"]}");
        String id = created.path("id").asString();
        send(one, ADMIN, one.request("/v1/keys/" + id).DELETE());

        var management = broker.jetStreamManagement();
        var last = management.getLastMessage(Streams.AUDIT, "vigil.audit.key.revoked");
        JsonNode entry = io.vigil.wire.Json.mapper().readTree(last.getData());

        assertThat(entry.path("actor").asString()).isEqualTo("adminadmin12");
        assertThat(entry.path("target").asString()).isEqualTo(id);
        assertThat(entry.at("/after/revoked_at").asString()).isNotEmpty();
        assertThat(management.getLastMessage(Streams.EVENTS, "vigil.event.key_revoked.v1"))
                .isNotNull();
        assertThat(entry.toString())
                .doesNotContain("hash")
                .doesNotContain(created.path("key").asString());
    }
}
