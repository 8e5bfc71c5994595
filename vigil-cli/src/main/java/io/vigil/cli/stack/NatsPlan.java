package io.vigil.cli.stack;

import io.vigil.cli.process.ChildSpec;
import io.vigil.cli.process.PortClaim;
import io.vigil.cli.process.StopSignal;
import io.vigil.cli.process.Tier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans one NATS server, or three that form a cluster. */
final class NatsPlan {

    /** Three Go schedulers that look for work on every core cost a third of the machine; one thread at a time each does not. */
    private static final Map<String, String> SHARING_A_MACHINE = Map.of("GOMAXPROCS", "1");

    private final StackMode mode;
    private final Ports ports;
    private final Path data;

    /**
     * @param data folder of this stack's data; each mode keeps its own, a server of a cluster cannot read a single one's
     */
    NatsPlan(StackMode mode, Ports ports, Path data) {
        this.mode = mode;
        this.ports = ports;
        this.data = data.resolve("nats-" + mode.label());
    }

    /** URLs for clients, separated by commas. */
    String urls() {
        return IntStream.range(0, mode.servers())
                .mapToObj(i -> "nats://127.0.0.1:" + ports.nats().get(i))
                .collect(Collectors.joining(","));
    }

    /** Writes the configuration files and describes the processes. */
    List<ChildSpec> children(String binary) throws IOException {
        Files.createDirectories(data);
        List<ChildSpec> children = new ArrayList<>();
        for (int i = 0; i < mode.servers(); i++) {
            String name = mode == StackMode.SINGLE ? "nats" : "nats-" + i;
            Path file = data.resolve(name + ".conf");
            Files.writeString(file, configuration(i, name));
            children.add(new ChildSpec(
                    name,
                    Tier.BUS,
                    List.of(binary, "-c", file.toString()),
                    mode == StackMode.CLUSTER ? SHARING_A_MACHINE : Map.of(),
                    claims(i, name),
                    URI.create("http://127.0.0.1:" + ports.monitoring().get(i) + "/healthz"),
                    StopSignal.TERMINATE,
                    Duration.ofSeconds(20)));
        }
        return children;
    }

    private List<PortClaim> claims(int i, String name) {
        List<PortClaim> claims = new ArrayList<>(List.of(
                new PortClaim(ports.nats().get(i), name, Ports.NATS_VARIABLE),
                new PortClaim(ports.monitoring().get(i), name + " (monitoring)", Ports.MONITORING_VARIABLE)));
        if (mode == StackMode.CLUSTER) {
            claims.add(new PortClaim(ports.routes().get(i), name + " (cluster)", Ports.ROUTES_VARIABLE));
        }
        return claims;
    }

    private String configuration(int i, String name) {
        String server =
                """
                server_name: %s
                listen: "127.0.0.1:%d"
                http: "127.0.0.1:%d"
                max_payload: 1MB
                jetstream { store_dir: "%s", max_file_store: 40GB }
                """.formatted(name, ports.nats().get(i), ports.monitoring().get(i), data.resolve(name));
        if (mode == StackMode.SINGLE) {
            return server;
        }
        String routes = ports.routes().stream()
                .map(port -> "\"nats://127.0.0.1:" + port + "\"")
                .collect(Collectors.joining(", "));
        return server
                + "cluster { name: vigil, listen: \"127.0.0.1:%d\", routes: [%s] }%n"
                        .formatted(ports.routes().get(i), routes);
    }
}
