package io.vigil.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.vigil.telemetry.Meters;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The one connection: patient at the start, strict about the server, repaired for ever. */
class NatsConnectorIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private NatsConnector connector(String url, Duration patience) {
        return new NatsConnector(
                new NatsProperties(List.of(url), "", "", patience, Duration.ofMillis(100), Duration.ofSeconds(1)),
                meters);
    }

    @Test
    void connectsToACurrentServer() throws Exception {
        try (var connection = connector(NATS.url(), Duration.ofSeconds(5)).open("test")) {
            assertThat(connection.getStatus()).isEqualTo(Connection.Status.CONNECTED);
        }
    }

    @Test
    void givesUpWhenNobodyAnswersInTime() throws Exception {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }

        assertThatThrownBy(() -> connector("nats://127.0.0.1:" + unused, Duration.ofSeconds(1))
                        .open("test"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesAServerThatIsTooOld() throws Exception {
        try (var old = new OldServer()) {
            assertThatThrownBy(() -> connector(old.url(), Duration.ofSeconds(5)).open("test"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nats-server 2.9.10 is too old: 2.10.0 or newer is needed");
        }
    }

    @Test
    void writesDownLossAndRepair() throws Exception {
        try (var connection = connector(NATS.url(), Duration.ofSeconds(5)).open("test")) {
            NATS.server().kill();
            Eventually.withinSeconds(10).isTrue("loss is counted", () -> counted("disconnected") > 0);
            NATS.server().restart();
            Eventually.withinSeconds(20).isTrue("repair is counted", () -> counted("reconnected") > 0);
            assertThat(connection.getStatus()).isEqualTo(Connection.Status.CONNECTED);
        }
    }

    private double counted(String event) {
        return meters.counter(Meters.CONNECTION_EVENTS, "event", event).count();
    }

    /** Speaks just enough of the protocol to say its version: no such old server can be had everywhere. */
    private static final class OldServer implements AutoCloseable {

        private final ServerSocket socket;

        OldServer() throws IOException {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        String url() {
            return "nats://127.0.0.1:" + socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                serveOne();
            }
        }

        private void serveOne() {
            try (var client = socket.accept()) {
                greet(client);
            } catch (IOException expected) {
                // The client went away, or the test is over.
            }
        }

        private static void greet(Socket client) throws IOException {
            var out = client.getOutputStream();
            out.write("INFO {\"server_id\":\"X\",\"version\":\"2.9.10\",\"proto\":1,\"max_payload\":1048576}\r\n"
                    .getBytes(US_ASCII));
            out.flush();
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("PING")) {
                    out.write("PONG\r\n".getBytes(US_ASCII));
                    out.flush();
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
