package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.vigil.api.access.Scope;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints of the event log, with somebody who plays the logging worker on a real broker. */
class EventsControllerIT {

    private static final String ADMIN = "vg_live_adminadmin12" + "x".repeat(28);
    private static final String EVENT = """
            {"event_id":"r1","occurred_at":"2026-11-21T12:00:00Z","direction":"input","source":"user_input","mode":"full",
             "tenant":"acme","client":"=cmd|' /C calc'!A0","session":"s","decision":"BLOCK","threat_score":90,"confidence":0.5,
             "branch_a_score":90,"branch_a_status":"scored","branch_b_status":"absent","branch_c_status":"absent",
             "categories":["A","B"],"boosts_applied":[],"flags":[],"degraded_branches":[],"pii_types_detected":[],
             "pii_entities_count":0,"detected_language":"en","text_excerpt":"@SUM(1)\\n\\"quoted\\", twice","text_length":3,
             "total_micros":5,"policy_revision":1}""".replace("\n", "");
    private static final String PAGE = "{\"events\":[" + EVENT + "],\"next_cursor\":\"abc_-\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection worker;
    static final ConcurrentHashMap<String, Message> asked = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(
                nats.url(),
                "--vigil.api.anonymous=false",
                "--vigil.api.admin-key=" + ADMIN,
                "--vigil.api.events.timeout=1s");
        worker = nats.connect();
        answer(Subjects.EVENTS_SEARCH, PAGE);
        answer(Subjects.EVENTS_ERASE, "{\"events\":2}");
        answer(Subjects.EVENTS_FEEDBACK, """
                {"event_id":"r1","kind":"false_positive","reason":"over_blocking","reported_at":"2026-11-21T12:00:00Z"}""");
        answer(Subjects.EVENTS_REPLAY, """
                {"from":"2026-11-21T12:00:00Z","to":"2026-11-21T13:00:00Z","events":0,"complete":true,"unchanged":0,"changed":0,
                 "undetermined":0,"unreadable":0,"decisions":[],"examples":[]}""");
        worker.createDispatcher(message -> {
                    var headers = new Headers()
                            .put("Nats-Service-Error", "EVENT_NOT_FOUND")
                            .put("Nats-Service-Error-Code", "404");
                    String body = "{\"code\":\"event_not_found\",\"field\":\"event_id\",\"detail\":\"No such event.\"}";
                    worker.publish(Objects.requireNonNull(message.getReplyTo()), headers, body.getBytes(UTF_8));
                })
                .subscribe(Subjects.EVENTS_GET);
        worker.flush(Duration.ofSeconds(5));
    }

    private static void answer(String subject, String body) {
        worker.createDispatcher(message -> {
                    asked.put(subject, message);
                    worker.publish(Objects.requireNonNull(message.getReplyTo()), body.getBytes(UTF_8));
                })
                .subscribe(subject);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Exchange send(String key, HttpRequest.Builder request) throws Exception {
        return gateway.send(request.header("Authorization", "Bearer " + key).build());
    }

    private static Exchange get(String path, String accept) throws Exception {
        return send(ADMIN, gateway.request(path).header("Accept", accept));
    }

    private static String keyOf(String tenant, Scope scope) throws Exception {
        String wish = "{\"name\":\"n\",\"tenant\":\"%s\",\"scopes\":[\"%s\"]}".formatted(tenant, scope.value());
        return send(ADMIN, gateway.json("/v1/keys", wish)).text("key");
    }

    private static String body(String subject) {
        return new String(Objects.requireNonNull(asked.get(subject)).getData(), UTF_8);
    }

    @Test
    void passesEveryFilterOnAndThePageBack() throws Exception {
        Exchange page = get(
                "/v1/events?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z&decision=block&min_score=10&max_score=99"
                        + "&branch=a&min_branch_score=5&category=C&pii_type=P&tenant=acme&client=c&session=s&language=en"
                        + "&q=two%20words&limit=7",
                "application/json");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().at("/events/0/event_id").asString()).isEqualTo("r1");
        assertThat(page.text("next_cursor")).isEqualTo("abc_-");
        assertThat(body(Subjects.EVENTS_SEARCH))
                .isEqualTo("{\"from\":\"2026-11-20T00:00:00Z\",\"to\":\"2026-11-21T00:00:00Z\",\"decision\":\"BLOCK\","
                        + "\"min_score\":10,\"max_score\":99,\"branch\":\"a\",\"min_branch_score\":5,\"category\":\"C\","
                        + "\"pii_type\":\"P\",\"tenant\":\"acme\",\"client\":\"c\",\"session\":\"s\",\"language\":\"en\","
                        + "\"q\":\"two words\",\"limit\":7}");
    }

    @Test
    void linksToTheNextPageOfTheSameQuestion() throws Exception {
        Exchange page = get("/v1/events?q=a%26b%3Ec&limit=1", "*/*");

        assertThat(page.header("Link")).isEqualTo("</v1/events?q=a%26b%3Ec&limit=1&cursor=abc_->; rel=\"next\"");
        assertThat(page.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void writesCsvThatNoSpreadsheetRuns() throws Exception {
        Exchange page = get("/v1/events", "text/csv, */*");

        assertThat(page.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(page.body())
                .startsWith("event_id,occurred_at,direction,source,mode,tenant,client,session,decision,");
        assertThat(page.body())
                .contains("r1,2026-11-21T12:00:00Z,")
                .contains("'=cmd|' /C calc'!A0")
                .contains("\"'@SUM(1)\n\"\"quoted\"\", twice\"")
                .contains(",A;B,")
                .doesNotContain(",=cmd", ",@SUM", ",\"@SUM");
    }

    @Test
    void writesOneDocumentALine() throws Exception {
        Exchange page = get("/v1/events", "application/x-ndjson");

        assertThat(page.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(page.body().lines()).hasSize(1);
        assertThat(page.json().path("event_id").asString()).isEqualTo("r1");
        assertThat(get("/v1/events", "image/png").status()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/events?min_score=planted                  | /min_score
            /v1/events?min_score=101                      | /min_score
            /v1/events?from=planted                       | /from
            /v1/events?decision=planted                   | /decision
            /v1/events?branch=d                           | /branch
            /v1/events?limit=501                          | /limit
            /v1/events?q=%21%21                           | /q
            /v1/events?limit=1&limit=2                    | /limit
            /v1/events?planted=1                          | ''
            /v1/stats?interval=planted                    | /interval
            /v1/feedback/summary?from=planted             | /from
            """)
    void refusesAParameterWithItsNameAndWithoutItsValue(String path, String pointer) throws Exception {
        Exchange refused = get(path, "application/json");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.body()).doesNotContain("planted");
    }

    @Test
    void asksForTheTenantOfTheKeyWhateverIsNamed() throws Exception {
        String key = keyOf("acme", Scope.EVENTS_READ);

        assertThat(send(key, gateway.request("/v1/events?tenant=globex")).status())
                .isEqualTo(200);
        var headers = Objects.requireNonNull(asked.get(Subjects.EVENTS_SEARCH)).getHeaders();
        assertThat(headers.getFirst(HeaderNames.TENANT)).isEqualTo("acme");
        assertThat(headers.getFirst(HeaderNames.ACTOR)).isNotEmpty();
    }

    @Test
    void asksForTheScopeOfEachQuestion() throws Exception {
        String reader = keyOf("acme", Scope.EVENTS_READ);
        String guard = keyOf("acme", Scope.GUARD);

        assertThat(send(guard, gateway.request("/v1/events")).status()).isEqualTo(403);
        assertThat(send(guard, gateway.request("/v1/stats")).status()).isEqualTo(403);
        assertThat(send(reader, gateway.request("/v1/events?session=s").DELETE())
                        .status())
                .isEqualTo(403);
        assertThat(send(reader, gateway.json("/v1/policy/replay", "{\"policy\":{}}"))
                        .status())
                .isEqualTo(403);
        assertThat(send(ADMIN, gateway.json("/v1/policy/replay", "{\"policy\":{}}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysThatThereIsNoSuchEvent() throws Exception {
        Exchange missing = get("/v1/events/none:1.2", "application/json");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("code")).isEqualTo("event_not_found");
    }

    @Test
    void saysThatNobodyReadsTheLog() throws Exception {
        Exchange away = get("/v1/stats", "application/json");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("code")).isEqualTo("events_unavailable");
        assertThat(away.header("Retry-After")).isNotEmpty();
    }

    @Test
    void takesFeedbackOnTheEventOfThePath() throws Exception {
        Exchange kept = send(
                ADMIN,
                gateway.json(
                        "/v1/events/r1/feedback",
                        "{\"event_id\":\"other\",\"kind\":\"false_positive\",\"reason\":\"over_blocking\"}"));

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(body(Subjects.EVENTS_FEEDBACK))
                .isEqualTo("{\"event_id\":\"r1\",\"kind\":\"false_positive\",\"reason\":\"over_blocking\"}");
        Exchange refused = send(ADMIN, gateway.json("/v1/events/r1/feedback", "{\"kind\":\"planted\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/kind");
        assertThat(send(ADMIN, gateway.json("/v1/events/r1/feedback", "planted"))
                        .text("code"))
                .isEqualTo("malformed_json");
    }

    @Test
    void erasesAndLeavesATrace() throws Exception {
        Exchange gone = send(ADMIN, gateway.request("/v1/events?session=talk").DELETE());

        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(gone.json().path("events").asInt()).isEqualTo(2);
        var trail = worker.jetStreamManagement();
        assertThat(new String(
                        Objects.requireNonNull(trail.getLastMessage(Streams.AUDIT, "vigil.audit.events.erased")
                                .getData()),
                        UTF_8))
                .contains("\"target\":\"session=talk\"", "\"events\":2");
        assertThat(trail.getLastMessage(Streams.AUDIT, "vigil.audit.events.erase_requested")
                        .getSubject())
                .endsWith("erase_requested");
        assertThat(send(ADMIN, gateway.request("/v1/events").DELETE()).status()).isEqualTo(400);
        assertThat(send(ADMIN, gateway.request("/v1/events?session=a&client=b").DELETE())
                        .status())
                .isEqualTo(400);
    }
}
