package io.vigil.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.vigil.autoconfigure.VigilService;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Origin;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** What other systems learn of decisions, by the whole worker. */
class PublicDecisionsIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.local();

    private @Nullable ConfigurableApplicationContext service;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = nats.connect();
        clickHouse.server().query("DROP DATABASE IF EXISTS public_events");
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        if (service != null) {
            service.close();
        }
    }

    @Test
    void tellsBlockedAndSanitisedTextsOnceAndWithoutText() throws Exception {
        start();
        publish(List.of(event("a", "ALLOW"), event("s", "SANITIZE"), event("b", "BLOCK"), expired("x")));
        Eventually.withinSeconds(30).becomes("rows", "4", PublicDecisionsIT::rows);
        assertThat(told()).isEqualTo(2);
        assertThat(List.of(body(1), body(2)))
                .noneMatch(event -> event.contains("write to"))
                .anyMatch(event ->
                        event.contains("\"id\":\"s.decision_made\"") && event.contains("\"decision\":\"SANITIZE\""))
                .anyMatch(event -> event.contains("\"request_id\":\"b\"") && event.contains("\"decision\":\"BLOCK\""));
    }

    @Test
    void tellsAllAndTheRedactedTextWhereASettingSaysSo() throws Exception {
        start("--vigil.logging.public-events.decisions=all", "--vigil.logging.public-events.redacted-text=true");
        publish(List.of(event("a", "ALLOW")));
        Eventually.withinSeconds(30).becomes("rows", "1", PublicDecisionsIT::rows);
        assertThat(body(1)).contains("\"redacted_text\":\"write to [EMAIL]\"");
    }

    @Test
    void tellsNothingWhereASettingSaysSo() throws Exception {
        start("--vigil.logging.public-events.decisions=none");
        publish(List.of(event("b", "BLOCK")));
        Eventually.withinSeconds(30).becomes("rows", "1", PublicDecisionsIT::rows);
        assertThat(told()).isZero();
    }

    @Test
    void tellsWhileClickHouseIsAway() throws Exception {
        start();
        clickHouse.server().kill();
        publish(List.of(event("b", "BLOCK")));
        Eventually.withinSeconds(30).becomes("public events", 1L, this::told);
        clickHouse.server().restart();
        Eventually.withinSeconds(30).becomes("rows", "1", PublicDecisionsIT::rows);
        assertThat(told()).isEqualTo(1);
    }

    /** The stream takes nothing for a while; then each event is told once and stored once. */
    @Test
    void keepsEventsWhileTheStreamOfPublicEventsIsAway() throws Exception {
        start("--vigil.worker.publish-patience=1s", "--vigil.nats.request-timeout=500ms");
        var management = connection.jetStreamManagement();
        var configuration = management.getStreamInfo(Streams.EVENTS).getConfiguration();
        management.deleteStream(Streams.EVENTS);
        publish(List.of(event("b", "BLOCK"), event("a", "ALLOW")));
        Eventually.withinSeconds(30).becomes("rows", "1", PublicDecisionsIT::rows);

        var _ = management.addStream(configuration);
        Eventually.withinSeconds(30).becomes("rows", "2", PublicDecisionsIT::rows);
        assertThat(told()).isEqualTo(1);
        assertThat(management.getStreamInfo(Streams.DLQ).getStreamState().getMsgCount())
                .isZero();
    }

    /** A worker that stops with the message in its hands: the next one tells the same event under the same id. */
    @Test
    void tellsOnceThoughTheMessageIsDeliveredTwice() throws Exception {
        String[] quick = {"--vigil.worker.drain-timeout=1s", "--vigil.logging.clickhouse.last-retry=100ms"};
        start(quick);
        clickHouse.server().kill();
        publish(List.of(event("b", "BLOCK")));
        Eventually.withinSeconds(30).becomes("public events", 1L, this::told);
        stopService();

        clickHouse.server().restart();
        start(quick);
        Eventually.withinSeconds(90).becomes("rows", "1", PublicDecisionsIT::rows);
        assertThat(told()).isEqualTo(1);
    }

    private void start(String... settings) {
        service = VigilService.run(
                LoggingApplication.class,
                "logging-worker",
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--vigil.nats.servers=" + nats.url(),
                                        "--vigil.logging.flush-interval=100ms",
                                        "--vigil.logging.insert-pause=0",
                                        "--vigil.logging.clickhouse.host=127.0.0.1",
                                        "--vigil.logging.clickhouse.port="
                                                + clickHouse.server().port(),
                                        "--vigil.logging.clickhouse.database=public_events",
                                        "--vigil.logging.clickhouse.connect-timeout=500ms"),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    private void stopService() {
        if (service != null) {
            service.close();
        }
    }

    private static DecisionEvent event(String id, String outcome) {
        ObjectNode event = Json.mapper().valueToTree(SampleEvents.event(id));
        return Json.mapper().treeToValue(event.put("outcome", outcome), DecisionEvent.class);
    }

    private static DecisionEvent expired(String id) {
        return DecisionEvent.expired(id, SampleEvents.NOON, "", "pii", Origin.UNKNOWN, List.of());
    }

    private void publish(List<DecisionEvent> events) throws Exception {
        for (DecisionEvent event : events) {
            var headers = new Headers()
                    .put(HeaderNames.MESSAGE_ID, event.requestId() + ".event")
                    .put(HeaderNames.CORRELATION_ID, event.requestId())
                    .put(HeaderNames.EVENT_VERSION, "1");
            connection
                    .jetStream()
                    .publish(Subjects.LOGS_EVENT, headers, Json.mapper().writeValueAsBytes(event));
        }
    }

    private long told() throws Exception {
        return connection
                .jetStreamManagement()
                .getStreamInfo(Streams.EVENTS)
                .getStreamState()
                .getMsgCount();
    }

    private String body(long sequence) throws Exception {
        MessageInfo stored = connection.jetStreamManagement().getMessage(Streams.EVENTS, sequence);
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static String rows() {
        return clickHouse.server().query("SELECT count() FROM public_events.vigil_events");
    }
}
