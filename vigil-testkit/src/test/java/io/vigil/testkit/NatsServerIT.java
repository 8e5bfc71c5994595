package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NatsServerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    @Test
    void keepsStoredMessagesOverKillAndRestart() throws Exception {
        Connection before = nats.connect();
        addStream(before);
        before.jetStream().publish("orders.new", new byte[] {1});

        nats.server().kill();
        assertThat(nats.server().isRunning()).isFalse();
        nats.server().restart();

        Connection after = nats.connect();
        assertThat(after.jetStreamManagement()
                        .getStreamInfo("ORDERS")
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(1);
    }

    @Test
    void doesNotAnswerWhilePaused() throws Exception {
        Connection connection = nats.connect();
        nats.server().pause();
        assertThatThrownBy(() -> connection.flush(Duration.ofMillis(200)))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        nats.server().resume();
        connection.flush(Duration.ofSeconds(10));
    }

    @Test
    void startsEachTestWithoutStreamsWhenCleaning() throws Exception {
        Connection connection = nats.connect();
        assertThat(connection.jetStreamManagement().getStreamNames()).isEmpty();
        addStream(connection);
    }

    @Test
    void asksClientsToLeaveInLameDuckMode() throws Exception {
        try (var server = NatsServer.start()) {
            server.lameDuck();
            Eventually.withinSeconds(10)
                    .isTrue(
                            "lame duck",
                            () -> java.nio.file.Files.readString(server.log()).contains("lame duck mode"));
            server.terminate();
            assertThat(server.isRunning()).isFalse();
        }
    }

    private static void addStream(Connection connection) throws Exception {
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("ORDERS")
                        .subjects("orders.>")
                        .build());
    }
}
