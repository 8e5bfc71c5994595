package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.wire.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class BulkControllerIT {

    private static final int IN_FLIGHT = 16;

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static final AtomicInteger answered = new AtomicInteger();
    static Gateway gateway;
    static Connection connection;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.bulk.max-in-flight=" + IN_FLIGHT);
        connection = Nats.connect(nats.url());
        pipeline = PlayedPipeline.queued(connection, submission -> {
            answered.incrementAndGet();
            return PlayedPipeline.allow(submission);
        });
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        connection.close();
        gateway.close();
    }

    private static Exchange post(String body) throws Exception {
        return gateway.send(gateway.request("/v1/analyze/bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static List<JsonNode> rows(Exchange exchange) {
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).startsWith("application/x-ndjson");
        return exchange.body().lines().map(line -> Json.mapper().readTree(line)).toList();
    }

    @Test
    void answersEveryRowInItsOrder() throws Exception {
        String body = IntStream.range(0, 500)
                .mapToObj(row -> "{\"id\":\"row-" + row + "\",\"text\":\"text " + row + "\"}\n")
                .collect(Collectors.joining());

        var rows = rows(post(body));

        assertThat(rows).hasSize(500);
        for (int row = 0; row < 500; row++) {
            assertThat(rows.get(row).path("index").asInt()).isEqualTo(row);
            assertThat(rows.get(row).path("id").asString()).isEqualTo("row-" + row);
            assertThat(rows.get(row).at("/result/categories/0").asString()).isEqualTo("text " + row);
        }
        assertThat(rows.stream().map(row -> row.at("/result/request_id").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsForEachRowWhatIsWrongWithIt() throws Exception {
        var rows = rows(post("""
                {"text":"first"}
                nonsense

                {"id":"c","text":" "}
                {"id":7,"text":"x"}
                {"id":"last","text":"last","mode":"fast","source":"document"}"""));

        assertThat(rows).hasSize(5);
        assertThat(rows.stream().map(row -> row.path("status").asInt())).containsExactly(200, 400, 400, 400, 200);
        assertThat(rows.get(1).at("/problem/code").asString()).isEqualTo("malformed_json");
        assertThat(rows.get(2).at("/problem/errors/0/pointer").asString()).isEqualTo("/text");
        assertThat(rows.get(2).path("id").asString()).isEqualTo("c");
        assertThat(rows.get(3).at("/problem/errors/0/pointer").asString()).isEqualTo("/id");
        assertThat(rows.get(4).at("/result/decision").asString()).isEqualTo("ALLOW");
    }

    @Test
    void endsAfterTenThousandRows() throws Exception {
        String body = "{\"text\":\" \"}\n".repeat(10_001);

        var rows = rows(post(body));

        assertThat(rows).hasSize(10_001);
        assertThat(rows.get(9_999).path("index").asInt()).isEqualTo(9_999);
        assertThat(rows.getLast().path("index").asInt()).isEqualTo(-1);
        assertThat(rows.getLast().at("/problem/errors/0/detail").asString()).contains("10000");
    }

    @Test
    void readsTheWholeBodyOfACallerWhoReadsNothingBefore() throws Exception {
        String text = "x".repeat(2_000);
        String body = ("{\"text\":\"" + text + "\"}\n").repeat(5_000);

        assertThat(rows(post(body))).hasSize(5_000);
    }

    @Test
    void takesNothingButLines() throws Exception {
        assertThat(gateway.post("/v1/analyze/bulk", "{\"text\":\"x\"}").status())
                .isEqualTo(415);
        assertThat(rows(post(""))).isEmpty();
    }
}
