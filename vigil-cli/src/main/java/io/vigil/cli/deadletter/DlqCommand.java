package io.vigil.cli.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.cli.view.TextTable;
import io.vigil.connection.NatsConnector;
import io.vigil.connection.NatsProperties;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.DeadLetter;
import io.vigil.deadletter.DeadLetterQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigil dlq}: list, show, redrive. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "Messages that a worker gave up: list, show, redrive.")
public final class DlqCommand implements Runnable {

    private static final int MOST = 10_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: list, show or redrive");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List dead letters, oldest first.")
    int list(@Option(names = "--limit", defaultValue = "50", description = "most to show (${DEFAULT-VALUE})") int limit)
            throws IOException, InterruptedException, JetStreamApiException {
        return with(queue -> {
            TextTable table =
                    new TextTable("seq", "stored at", "worker", "reason", "attempts", "redrives", "request", "error");
            List<DeadLetter> letters = queue.list(1, limit);
            for (DeadLetter letter : letters) {
                table.row(
                        letter.sequence(),
                        letter.storedAt(),
                        letter.consumer(),
                        letter.reason(),
                        letter.attempts(),
                        letter.redrives(),
                        letter.requestId(),
                        letter.error());
            }
            System.out.println(letters.isEmpty() ? "no dead letters" : table);
            long more = queue.size() - letters.size();
            if (more > 0) {
                System.out.println("... and " + more + " more (--limit)");
            }
            return 0;
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show the headers of one dead letter; its body only when asked: it holds the guarded text.")
    int show(
            @Parameters(paramLabel = "SEQ", description = "its number in ./vigil dlq list") long sequence,
            @Option(names = "--body", description = "also print the body") boolean body)
            throws IOException, InterruptedException, JetStreamApiException {
        return with(queue -> {
            Optional<DeadLetter> letter = queue.find(sequence);
            if (letter.isEmpty()) {
                System.err.println("no dead letter " + sequence);
                return 1;
            }
            for (Map.Entry<String, String> header : new TreeMap<>(letter.get().headers()).entrySet()) {
                System.out.println(header.getKey() + ": " + header.getValue());
            }
            System.out.println(
                    body
                            ? System.lineSeparator()
                                    + new String(letter.get().frame().body(), StandardCharsets.UTF_8)
                            : "(" + letter.get().frame().body().length + " bytes of body: --body prints them)");
            return 0;
        });
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Give dead letters another chance: same request, a new message id.")
    int redrive(
            @Parameters(arity = "0..*", paramLabel = "SEQ", description = "numbers in ./vigil dlq list") @Nullable List<Long> sequences,
            @Option(names = "--all", description = "all of them") boolean all)
            throws IOException, InterruptedException, JetStreamApiException {
        if (spec != null && all != (sequences == null || sequences.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "redrive needs either numbers or --all");
        }
        return with(queue -> {
            int missing = 0;
            List<DeadLetter> letters = all ? queue.list(1, MOST) : List.of();
            for (DeadLetter letter : letters) {
                redrive(queue, letter);
            }
            for (Long sequence : sequences == null ? List.<Long>of() : sequences) {
                Optional<DeadLetter> letter = queue.find(sequence);
                if (letter.isPresent()) {
                    redrive(queue, letter.get());
                } else {
                    System.err.println("no dead letter " + sequence);
                    missing++;
                }
            }
            return missing == 0 ? 0 : 1;
        });
    }

    private static void redrive(DeadLetterQueue queue, DeadLetter letter) throws IOException, JetStreamApiException {
        DeadLetterQueue.Redriven redriven = queue.redrive(letter);
        System.out.println(
                letter.sequence() + " -> " + redriven.subject() + (redriven.duplicate() ? " (already sent back)" : ""));
    }

    private static int with(Task task) throws IOException, InterruptedException, JetStreamApiException {
        Optional<StackState> state = new StateFile(Home.current().stateFile()).read();
        String servers = state.map(StackState::natsServers)
                .orElse(System.getenv().getOrDefault("NATS_URL", "nats://localhost:4222"));
        NatsProperties settings = new NatsProperties(
                List.of(servers.split(",")),
                System.getenv().getOrDefault("NATS_USER", ""),
                System.getenv().getOrDefault("NATS_PASS", ""),
                Duration.ofSeconds(2),
                Duration.ofMillis(250),
                Duration.ofSeconds(2));
        MeterRegistry meters = new SimpleMeterRegistry();
        try (Connection connection = new NatsConnector(settings, meters).open("vigil-cli")) {
            StreamPublisher publisher =
                    new StreamPublisher(connection, Duration.ofSeconds(2), Duration.ofSeconds(10), meters);
            return task.run(new DeadLetterQueue(connection, publisher));
        }
    }

    /** Something to do with the dead letters; returns the exit status. */
    private interface Task {
        int run(DeadLetterQueue queue) throws IOException, InterruptedException, JetStreamApiException;
    }
}
