package io.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import io.vigil.connection.StreamPublisher;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A change is told when the stream has it. */
class AuditTrailIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private static final JsonMapper MAPPER = Json.mapper();
    private static final AuditEntry ENTRY = new AuditEntry(
            "e1",
            Instant.parse("2026-01-01T00:00:00Z"),
            "k1",
            "acme",
            "policy.changed",
            "policy",
            JsonNodeFactory.instance.numberNode(1),
            null);

    private Connection connection;
    private AuditTrail trail;

    @BeforeEach
    void connect() throws Exception {
        connection = NATS.connect();
        trail = new AuditTrail(
                new StreamPublisher(
                        connection, Duration.ofMillis(500), Duration.ofSeconds(1), new SimpleMeterRegistry()),
                MAPPER);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private void provision() throws Exception {
        var _ = connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.AUDIT)
                        .subjects(Subjects.AUDIT_ALL)
                        .build());
    }

    @Test
    void storesAnEntryOnceHoweverOftenItIsWritten() throws Exception {
        provision();
        trail.write(ENTRY);
        trail.write(ENTRY);

        var management = connection.jetStreamManagement();
        assertThat(management.getStreamInfo(Streams.AUDIT).getStreamState().getMsgCount())
                .isEqualTo(1);
        MessageInfo stored = management.getLastMessage(Streams.AUDIT, "vigil.audit.policy.changed");
        assertThat(MAPPER.readValue(stored.getData(), AuditEntry.class)).isEqualTo(ENTRY);
    }

    @Test
    void findsTheEntriesOfAFamily() throws Exception {
        provision();
        trail.write(ENTRY);
        var _ = connection.jetStream().publish("vigil.audit.policy.changed", new byte[] {'{'});
        var search = new AuditSearch(connection, MAPPER);

        assertThat(search.find("policy", entry -> true)).containsExactly(ENTRY);
        assertThat(search.find("policy", entry -> entry.actor().equals("k2"))).isEmpty();
        assertThat(search.find("key", entry -> true)).isEmpty();
    }

    @Test
    void saysThatItCouldNotStore() {
        assertThatThrownBy(() -> trail.write(ENTRY)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnActionThatIsNoSubject() {
        assertThatThrownBy(() -> new AuditEntry("e1", Instant.EPOCH, "k1", "", "policy changed", "policy", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two words");
    }
}
