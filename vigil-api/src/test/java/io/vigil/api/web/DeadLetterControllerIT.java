package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The dead letters of a real broker through the gateway. */
class DeadLetterControllerIT {

    private static final String SECRET = "planted-secret-4711";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection broker;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.dlq.park-after=2");
        broker = nats.connect();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void empty() throws Exception {
        for (String stream : List.of(Streams.DLQ, Streams.VIGIL, Streams.AUDIT)) {
            broker.jetStreamManagement().purgeStream(stream);
        }
    }

    private static long letter(String consumer, String reason, String tenant, int redrives) throws Exception {
        var headers = new Headers()
                .put("Nats-Msg-Id", java.util.UUID.randomUUID().toString())
                .put("X-Correlation-Id", "request-1")
                .put("Vigil-Reply-To", "_INBOX.nobody")
                .put("Vigil-Dlq-Message-Id", "request-1.submission")
                .put("Vigil-Dlq-Reason", reason)
                .put("Vigil-Dlq-Error-Class", "Timeout")
                .put("Vigil-Dlq-Error", "engine away")
                .put("Vigil-Dlq-Stream", "VIGIL")
                .put("Vigil-Dlq-Subject", "vigil.guard.input")
                .put("Vigil-Dlq-Sequence", "42")
                .put("Vigil-Dlq-Consumer", consumer)
                .put("Vigil-Dlq-Attempts", "4")
                .put("Vigil-Dlq-First-Seen", "2026-11-21T10:00:00Z")
                .put("Vigil-Dlq-Redrives", String.valueOf(redrives));
        if (!tenant.isEmpty()) {
            headers.put("Vigil-Tenant", tenant);
        }
        return broker.jetStream()
                .publish(NatsMessage.builder()
                        .subject("vigil.dlq." + consumer + ".vigil.guard.input")
                        .headers(headers)
                        .data(("{\"request_id\":\"request-1\",\"request\":{\"text\":\"" + SECRET + "\"}}")
                                .getBytes(UTF_8))
                        .build())
                .getSeqno();
    }

    private static long letter() throws Exception {
        return letter("detection-worker", "attempts_exhausted", "", 0);
    }

    private static List<Long> places(JsonNode page) {
        return StreamSupport.stream(page.path("letters").spliterator(), false)
                .map(letter -> letter.path("seq").asLong())
                .toList();
    }

    private static long count(String stream) throws Exception {
        return broker.jetStreamManagement()
                .getStreamInfo(stream)
                .getStreamState()
                .getMsgCount();
    }

    private static List<String> audited() throws Exception {
        var info = broker.jetStreamManagement().getStreamInfo(Streams.AUDIT).getStreamState();
        var entries = new java.util.ArrayList<String>();
        for (long at = info.getFirstSequence(); at <= info.getLastSequence() && info.getMsgCount() > 0; at++) {
            entries.add(new String(
                    broker.jetStreamManagement().getMessage(Streams.AUDIT, at).getData(), UTF_8));
        }
        return entries;
    }

    @Test
    void listsLettersInPagesAndCountsThemByReasonAndConsumer() throws Exception {
        long first = letter();
        long second = letter("pii-worker", "malformed", "acme", 1);
        long third = letter();

        JsonNode page = gateway.get("/v1/dlq?limit=2").json();
        assertThat(places(page)).containsExactly(first, second);
        assertThat(page.path("next").asLong()).isEqualTo(second);
        assertThat(page.at("/counts/total").asLong()).isEqualTo(3);
        assertThat(page.at("/counts/by_reason/attempts_exhausted").asLong()).isEqualTo(2);
        assertThat(page.at("/counts/by_consumer/pii-worker").asLong()).isEqualTo(1);
        assertThat(page.at("/counts/complete").asBoolean()).isTrue();
        assertThat(page.at("/letters/1/tenant").asString()).isEqualTo("acme");
        assertThat(page.at("/letters/0/size").asInt()).isGreaterThan(50);

        JsonNode rest = gateway.get("/v1/dlq?limit=2&after=" + second).json();
        assertThat(places(rest)).containsExactly(third);
        assertThat(rest.has("next")).isFalse();
        assertThat(rest.has("counts")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "consumer=pii-worker, 1",
        "reason=malformed, 1",
        "tenant=acme, 1",
        "subject=vigil.guard.input, 2",
        "subject=vigil.guard.>, 2",
        "subject=vigil.pii.detect, 0",
        "until=2020-01-01T00:00:00Z, 0",
        "since=2020-01-01T00:00:00Z, 2",
        "consumer=pii-worker&reason=attempts_exhausted, 0",
    })
    void filters(String query, int found) throws Exception {
        letter();
        letter("pii-worker", "malformed", "acme", 0);

        JsonNode page = gateway.get("/v1/dlq?" + query.replace(">", "%3E")).json();
        assertThat(page.path("letters").size()).isEqualTo(found);
        assertThat(page.at("/counts/total").asInt()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit",
        "limit=x, /limit",
        "after=-1, /after",
        "since=yesterday, /since",
        "consumer=a.b, /consumer",
        "subject=%3E, /subject",
        "tenant=%20, /tenant",
        "limit=1&limit=2, /limit",
        "planted=secret, ''",
    })
    void refusesParametersByName(String query, String pointer) throws Exception {
        Exchange answer = gateway.get("/v1/dlq?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_request");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void showsHeadersAndFieldsButNothingOfTheText() throws Exception {
        long seq = letter();

        Exchange answer = gateway.get("/v1/dlq/" + seq);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/letter/error").asString()).isEqualTo("engine away");
        assertThat(answer.json().at("/headers/Vigil-Dlq-Attempts").asString()).isEqualTo("4");
        assertThat(answer.json().path("fields").valueStream().map(JsonNode::asString))
                .containsExactly("request_id", "request.text");
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "x", "99999999999999999999"})
    void saysWhereNoLetterIs(String seq) throws Exception {
        assertThat(gateway.get("/v1/dlq/" + seq).text("code")).isEqualTo("dead_letter_not_found");
        assertThat(gateway.post("/v1/dlq/" + seq + "/redrive", "").text("code")).isEqualTo("dead_letter_not_found");
    }

    @Test
    void sendsALetterBackOnceAndWritesThatDown() throws Exception {
        long seq = letter();

        Exchange answer = gateway.post("/v1/dlq/" + seq + "/redrive", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("subject")).isEqualTo("vigil.guard.input");
        assertThat(count(Streams.DLQ)).isZero();
        var info = broker.jetStreamManagement()
                .getMessage(Streams.VIGIL, answer.json().path("stream_seq").asLong());
        var headers = Objects.requireNonNull(info.getHeaders());
        assertThat(headers.getFirst("Nats-Msg-Id")).isEqualTo("request-1.submission.r1");
        assertThat(headers.getFirst("Vigil-Dlq-Redrives")).isEqualTo("1");
        assertThat(new String(info.getData(), UTF_8)).contains(SECRET);

        assertThat(audited())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .contains("dlq.redriven", "VIGIL_DLQ/" + seq, "anonymous")
                        .doesNotContain(SECRET));
        assertThat(new String(
                        broker.jetStreamManagement()
                                .getLastMessage(Streams.EVENTS, Subjects.event("dead_letter_redriven", 1))
                                .getData(),
                        UTF_8))
                .contains("\"sequence\":" + seq, "detection-worker")
                .doesNotContain(SECRET);
        assertThat(gateway.post("/v1/dlq/" + seq + "/redrive", "").status()).isEqualTo(404);
    }

    @Test
    void parksWhatCameBackTooOften() throws Exception {
        long seq = letter("detection-worker", "attempts_exhausted", "", 2);

        assertThat(gateway.get("/v1/dlq/" + seq).json().at("/letter/parked").asBoolean())
                .isTrue();
        Exchange refused = gateway.post("/v1/dlq/" + seq + "/redrive", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("dead_letter_parked");
        assertThat(count(Streams.DLQ)).isEqualTo(1);
        assertThat(gateway.post("/v1/dlq/" + seq + "/redrive?force=true", "").status())
                .isEqualTo(200);
    }

    @Test
    void sendsManyBackUpToACapAndPassesParkedOnesOver() throws Exception {
        letter("detection-worker", "attempts_exhausted", "", 5);
        for (int i = 0; i < 4; i++) {
            letter("detection-worker", "attempts_exhausted", "", 0);
        }
        long other = letter("pii-worker", "malformed", "", 0);

        JsonNode some = gateway.post(
                        "/v1/dlq/redrive",
                        "{\"filter\":{\"consumer\":\"detection-worker\"},\"rate_per_second\":500,\"cap\":3}")
                .json();
        assertThat(some.path("redriven").size()).isEqualTo(3);
        assertThat(some.path("parked").asInt()).isEqualTo(1);
        assertThat(some.path("more").asBoolean()).isTrue();

        JsonNode rest = gateway.post(
                        "/v1/dlq/redrive", "{\"filter\":{\"consumer\":\"detection-worker\"},\"force\":true}")
                .json();
        assertThat(rest.path("redriven").size()).isEqualTo(2);
        assertThat(rest.path("more").asBoolean()).isFalse();
        assertThat(places(gateway.get("/v1/dlq").json())).containsExactly(other);
        assertThat(audited()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rate_per_second":0}             | /rate_per_second
            {"cap":10001}                     | /cap
            {"rate_per_second":1,"cap":61}    | /cap
            {"force":"yes"}                   | /force
            {"filter":{"consumer":"a b"}}     | /filter/consumer
            {"filter":{"since":"planted"}}    | /filter/since
            """)
    void refusesABadWishByField(String body, String pointer) throws Exception {
        Exchange answer = gateway.post("/v1/dlq/redrive", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body()).doesNotContain("planted");
    }

    @Test
    void throwsAwayOnlyWhatIsOldEnough() throws Exception {
        letter();
        letter("pii-worker", "malformed", "", 0);

        assertThat(purge("older_than=P1D").json().path("purged").asInt()).isZero();
        assertThat(purge("older_than=PT0S&consumer=pii-worker")
                        .json()
                        .path("purged")
                        .asInt())
                .isEqualTo(1);
        assertThat(count(Streams.DLQ)).isEqualTo(1);
        assertThat(audited())
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("dlq.purged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "older_than=P1M", "older_than=week", "older_than=-P1D", "older_than=P1D&consummer=x"})
    void throwsNothingAwayWithoutAProperAge(String query) throws Exception {
        letter();
        assertThat(purge(query).status()).isEqualTo(400);
        assertThat(count(Streams.DLQ)).isEqualTo(1);
    }

    private static Exchange purge(String query) throws Exception {
        return gateway.send(gateway.request("/v1/dlq?" + query)
                .method("DELETE", BodyPublishers.noBody())
                .build());
    }
}
