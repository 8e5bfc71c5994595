package io.vigil.logging.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.vigil.autoconfigure.VigilService;
import io.vigil.logging.LoggedEvent;
import io.vigil.logging.LoggingApplication;
import io.vigil.testkit.ClickHouseServer;
import io.vigil.testkit.Eventually;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A logging worker in earnest, and somebody who asks it. */
final class AskedWorker implements AutoCloseable {

    private final ConfigurableApplicationContext service;
    private final Connection connection;

    AskedWorker(String nats, Connection connection, ClickHouseServer clickHouse, String database) {
        this.connection = connection;
        clickHouse.query("DROP DATABASE IF EXISTS " + database);
        this.service = VigilService.run(
                LoggingApplication.class,
                "logging-worker",
                "--server.port=0",
                "--vigil.nats.servers=" + nats,
                "--vigil.logging.flush-interval=100ms",
                "--vigil.logging.insert-pause=0",
                "--vigil.logging.clickhouse.host=" + clickHouse.host(),
                "--vigil.logging.clickhouse.port=" + clickHouse.port(),
                "--vigil.logging.clickhouse.database=" + database,
                "--vigil.logging.clickhouse.connect-timeout=500ms",
                "--vigil.logging.clickhouse.last-retry=200ms");
    }

    /** An answer, or a fault with its status. */
    record Told(int status, JsonNode body) {

        List<String> ids() {
            return body.path("events")
                    .valueStream()
                    .map(event -> event.path("event_id").asString())
                    .toList();
        }
    }

    void store(Collection<LoggedEvent> events) throws Exception {
        publish(events);
        for (LoggedEvent event : events) {
            Eventually.withinSeconds(60)
                    .becomes(
                            "stored " + event.id(),
                            200,
                            () -> ask("get", "", "{\"event_id\":\"%s\"}".formatted(event.id()))
                                    .status());
        }
    }

    void publish(Collection<LoggedEvent> events) throws Exception {
        for (LoggedEvent event : events) {
            var headers = new Headers()
                    .put(HeaderNames.MESSAGE_ID, event.id() + ".log")
                    .put(HeaderNames.CORRELATION_ID, event.id())
                    .put(HeaderNames.EVENT_VERSION, "1");
            var _ = connection
                    .jetStream()
                    .publish(Subjects.LOGS_EVENT, headers, Json.mapper().writeValueAsBytes(event.event()));
        }
    }

    /** Asks as somebody of a tenant; empty for everybody. */
    Told ask(String operation, String tenant, String body) throws InterruptedException {
        return ask(operation, tenant, "key-1", body);
    }

    Told ask(String operation, String tenant, String actor, String body) throws InterruptedException {
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, "asked").put(HeaderNames.ACTOR, actor);
        if (!tenant.isEmpty()) {
            headers.put(HeaderNames.TENANT, tenant);
        }
        Message answer = Objects.requireNonNull(connection.request(
                "vigil.service.events." + operation, headers, body.getBytes(UTF_8), Duration.ofSeconds(60)));
        String status = answer.getHeaders() == null ? null : answer.getHeaders().getFirst("Nats-Service-Error-Code");
        return new Told(
                status == null ? 200 : Integer.parseInt(status), Json.mapper().readTree(answer.getData()));
    }

    @Override
    public void close() {
        service.close();
    }
}
