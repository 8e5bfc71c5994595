package io.vigil.cli.deadletter;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.connection.NatsConnector;
import io.vigil.connection.NatsProperties;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.DeadLetter;
import io.vigil.deadletter.DeadLetterQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The body of a dead letter, for whoever may read the stream: it holds the guarded text, so the gateway keeps it back. */
final class StoredBody {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private StoredBody() {}

    static int print(long sequence) throws IOException, InterruptedException {
        Optional<StackState> state = new StateFile(Home.current().stateFile()).read();
        String servers = state.map(StackState::natsServers)
                .orElse(System.getenv().getOrDefault("NATS_URL", "nats://localhost:4222"));
        NatsProperties settings = new NatsProperties(
                List.of(servers.split(",")),
                System.getenv().getOrDefault("NATS_USER", ""),
                System.getenv().getOrDefault("NATS_PASS", ""),
                PATIENCE,
                Duration.ofMillis(250),
                PATIENCE);
        var meters = new SimpleMeterRegistry();
        try (Connection connection = new NatsConnector(settings, meters).open("vigil-cli")) {
            var publisher = new StreamPublisher(connection, PATIENCE, PATIENCE, meters);
            Optional<DeadLetter> letter = new DeadLetterQueue(connection, publisher).find(sequence);
            letter.ifPresent(found -> System.out.println(
                    System.lineSeparator() + new String(found.frame().body(), StandardCharsets.UTF_8)));
            return letter.isPresent() ? 0 : 1;
        }
    }
}
