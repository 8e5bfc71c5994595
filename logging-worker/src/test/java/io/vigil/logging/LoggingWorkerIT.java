package io.vigil.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.vigil.autoconfigure.VigilService;
import io.vigil.message.DecisionEvent;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class LoggingWorkerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.local();

    private ConfigurableApplicationContext service;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        clickHouse.server().query("DROP DATABASE IF EXISTS worker");
        service = VigilService.run(
                LoggingApplication.class,
                "logging-worker",
                "--server.port=0",
                "--vigil.nats.servers=" + nats.url(),
                "--vigil.logging.flush-interval=200ms",
                "--vigil.logging.clickhouse.host=127.0.0.1",
                "--vigil.logging.clickhouse.port=" + clickHouse.server().port(),
                "--vigil.logging.clickhouse.database=worker",
                "--vigil.logging.clickhouse.connect-timeout=500ms",
                "--vigil.logging.clickhouse.last-retry=200ms");
        connection = nats.connect();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void storesPublishedEventsAndEmptiesTheQueue() throws Exception {
        publish("stored", 250);
        Eventually.withinSeconds(30).becomes("rows", "250", LoggingWorkerIT::count);
        Eventually.withinSeconds(30).becomes("queued messages", 0L, this::queued);
    }

    @Test
    void keepsEventsAndStaysReadyWhileClickHouseIsAway() throws Exception {
        clickHouse.server().kill();
        publish("outage", 250);

        Eventually.withinSeconds(30)
                .isTrue("degraded", () -> get("/actuator/health").contains("DEGRADED"));
        assertThat(get("/actuator/health/readiness")).contains("\"UP\"").doesNotContain("DOWN");
        assertThat(queued()).isEqualTo(250);

        clickHouse.server().restart();
        Eventually.withinSeconds(30).becomes("rows", "250", LoggingWorkerIT::count);
        Eventually.withinSeconds(30).becomes("queued messages", 0L, this::queued);
        assertThat(clickHouse.server().query("SELECT uniqExact(event_id) FROM worker.vigil_events"))
                .isEqualTo("250");
    }

    @Test
    void putsARefusedEventAwayAndItsTextIntoNoLog(CapturedOutput output) throws Exception {
        publish(List.of(
                SampleEvents.event("bad", SampleEvents.NOON, "planted words of a person", null, -1),
                SampleEvents.event("good")));
        Eventually.withinSeconds(30).becomes("rows", "1", LoggingWorkerIT::count);
        Eventually.withinSeconds(30)
                .becomes(
                        "dead letters",
                        1L,
                        () -> connection
                                .jetStreamManagement()
                                .getStreamInfo(Streams.DLQ)
                                .getStreamState()
                                .getMsgCount());
        assertThat(output.getAll()).isNotEmpty().doesNotContain("planted");
    }

    private void publish(String prefix, int count) throws Exception {
        publish(SampleEvents.events(prefix, count));
    }

    private void publish(List<DecisionEvent> events) throws Exception {
        for (DecisionEvent event : events) {
            var headers = new Headers()
                    .put(HeaderNames.MESSAGE_ID, event.requestId() + ".log")
                    .put(HeaderNames.CORRELATION_ID, event.requestId())
                    .put(HeaderNames.EVENT_VERSION, "1");
            connection
                    .jetStream()
                    .publish(Subjects.LOGS_EVENT, headers, Json.mapper().writeValueAsBytes(event));
        }
    }

    private long queued() throws Exception {
        return connection
                .jetStreamManagement()
                .getStreamInfo(Streams.VIGIL)
                .getStreamState()
                .getMsgCount();
    }

    private static String count() {
        return clickHouse.server().query("SELECT count() FROM worker.vigil_events");
    }

    private String get(String path) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
