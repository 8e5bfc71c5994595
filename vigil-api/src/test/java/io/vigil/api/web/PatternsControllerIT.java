package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.message.ServiceFault.Code;
import io.vigil.patternlibrary.PatternDocument;
import io.vigil.patternlibrary.PatternFamilies;
import io.vigil.patternlibrary.PatternFaults;
import io.vigil.patternlibrary.PatternMatches;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.service.RequestService;
import io.vigil.service.ServiceOperation;
import io.vigil.service.ServiceResult;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The patterns through the gateway, with somebody who plays the detection worker on a real broker. */
class PatternsControllerIT {

    private static final JsonNode SHIPPED = Json.mapper().readTree("{\"family\":\"WEAPONS\",\"patterns\":[]}");

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection broker;
    static RequestService worker;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        broker = nats.connect();
        worker = new RequestService(
                broker,
                new RequestService.About("vigil-patterns", "plays"),
                new MessageCodec(),
                8,
                List.of(
                        operation(
                                "list",
                                Subjects.PATTERNS_LIST,
                                question -> new PatternFamilies(
                                        List.of(new PatternFamilies.Family("weapons", "d", 3, false, 0)))),
                        new ServiceOperation<>(
                                "shipped",
                                Subjects.PATTERNS_SHIPPED,
                                PatternQuestion.class,
                                (caller, question) -> "weapons".equals(question.family())
                                        ? new ServiceResult.Answer(new PatternDocument("weapons", SHIPPED))
                                        : ServiceResult.fault(Code.FAMILY_NOT_FOUND, "family", "No.")),
                        operation("check", Subjects.PATTERNS_CHECK, PatternsControllerIT::faults),
                        operation(
                                "test",
                                Subjects.PATTERNS_TEST,
                                question -> new PatternMatches(List.of(new PatternMatches.Result(List.of(
                                        new PatternMatches.Match("weapons", "weapons-make", 82, "folded", 1, 2))))))));
        worker.start();
    }

    private static ServiceOperation<PatternQuestion> operation(
            String name, String subject, Function<PatternQuestion, Object> answer) {
        return new ServiceOperation<>(
                name,
                subject,
                PatternQuestion.class,
                (caller, question) -> new ServiceResult.Answer(answer.apply(question)));
    }

    private static PatternFaults faults(PatternQuestion question) {
        JsonNode document = question.document();
        return new PatternFaults(
                document != null && document.has("bad")
                        ? List.of(new PatternFaults.Fault("/patterns/0/match/1", "must be found"))
                        : List.of());
    }

    @AfterAll
    static void stop() {
        worker.close();
        gateway.close();
    }

    @BeforeEach
    void empty() throws Exception {
        broker.jetStreamManagement().purgeStream("KV_" + Streams.PATTERNS_BUCKET);
    }

    private static Exchange send(String method, String path, String ifMatch, String body) throws Exception {
        var request = gateway.request(path).header("Content-Type", "application/json");
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return gateway.send(
                request.method(method, BodyPublishers.ofString(body)).build());
    }

    @Test
    void listsTheFamiliesOfAWorker() throws Exception {
        assertThat(gateway.get("/v1/patterns").json().at("/families/0/family").asString())
                .isEqualTo("weapons");
    }

    @Test
    void storesAFamilyInPlaceOfTheShippedOneAndBringsThatBack() throws Exception {
        Exchange shipped = gateway.get("/v1/patterns/weapons");
        assertThat(shipped.header("ETag")).isEqualTo("\"0\"");
        assertThat(shipped.json()).isEqualTo(SHIPPED);

        Exchange stored =
                send("PUT", "/v1/patterns/weapons", "\"0\"", "{\"family\":\"WEAPONS\",\"description\":\"own\"}");
        assertThat(stored.status()).isEqualTo(200);
        assertThat(gateway.get("/v1/patterns/weapons").text("description")).isEqualTo("own");
        assertThat(gateway.get("/v1/patterns/weapons").header("ETag")).isEqualTo(stored.header("ETag"));
        assertThat(broker.keyValue(Streams.PATTERNS_BUCKET).get("weapons")).isNotNull();

        assertThat(send("PUT", "/v1/patterns/weapons", "\"0\"", "{}").status()).isEqualTo(412);
        assertThat(send("DELETE", "/v1/patterns/weapons", "\"0\"", "").status()).isEqualTo(412);
        assertThat(send("DELETE", "/v1/patterns/weapons", "", "").status()).isEqualTo(428);
        assertThat(send("DELETE", "/v1/patterns/weapons", stored.header("ETag"), "")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.get("/v1/patterns/weapons").json()).isEqualTo(SHIPPED);
        assertThat(send("PUT", "/v1/patterns/weapons", "\"0\"", "{}").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatTheWorkerRefuses() throws Exception {
        Exchange answer = send("PUT", "/v1/patterns/weapons", "*", "{\"bad\":true}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/patterns/0/match/1");
        assertThat(send("PUT", "/v1/patterns/weapons", "*", "{").text("code")).isEqualTo("malformed_json");
        assertThat(send("PUT", "/v1/patterns/weapons", "", "{}").text("code")).isEqualTo("precondition_required");
        assertThat(gateway.get("/v1/patterns/weapons").header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void knowsNoOtherFamilies() throws Exception {
        assertThat(gateway.get("/v1/patterns/nonsense").text("code")).isEqualTo("family_not_found");
        assertThat(gateway.get("/v1/patterns/a%20b").text("code")).isEqualTo("family_not_found");
        assertThat(send("PUT", "/v1/patterns/nonsense", "*", "{}").text("code")).isEqualTo("family_not_found");
    }

    @Test
    void saysWherePatternsMatch() throws Exception {
        JsonNode match =
                gateway.post("/v1/patterns/test", "{\"text\":\"x\"}").json().at("/results/0/matches/0");
        assertThat(match.path("pattern").asString()).isEqualTo("weapons-make");
        assertThat(gateway.post("/v1/patterns/test", "{\"texts\":7}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/texts");
    }
}
