package io.vigil.cli.stack;

import io.vigil.cli.process.ChildSpec;
import io.vigil.cli.process.StopSignal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the services.
 *
 * @param jdk home of the JDK to run them with
 * @param ports where they listen
 * @param environment of the user
 * @param natsServers URLs of the NATS servers
 * @param clickhouse where ClickHouse is; empty for none
 * @param options how this stack differs from the usual one
 * @param pepper secret that the gateway hashes keys with
 */
record ServicePlan(
        Path jdk,
        Ports ports,
        Map<String, String> environment,
        String natsServers,
        Optional<URI> clickhouse,
        StackOptions options,
        String pepper) {

    // The drain takes up to 30 s; a JVM that makes its class cache writes it after that.
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration GRACE = Duration.ofMinutes(2);

    ChildSpec child(Service service, RunnableApp app) {
        int port = ports.claim(service).port();
        return new ChildSpec(
                service.module(),
                service.tier(),
                command(service, app),
                variables(service, port),
                List.of(ports.claim(service)),
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"),
                StopSignal.TERMINATE,
                GRACE);
    }

    private List<String> command(Service service, RunnableApp app) {
        String specific = service.portVariable().replace("_PORT", "_JAVA_OPTS");
        String additional =
                environment.getOrDefault("VIGIL_JAVA_OPTS", "") + " " + environment.getOrDefault(specific, "");
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(service.jvmFlags(additional));
        command.addAll(app.flags());
        command.add("-jar");
        command.add(app.jar().toString());
        return command;
    }

    private Map<String, String> variables(Service service, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_PORT", Integer.toString(port));
        String address = environment.getOrDefault("VIGIL_BIND", LOOPBACK);
        variables.put("SERVER_ADDRESS", address);
        if (service == Service.API) {
            variables.put(Pepper.VARIABLE, pepper);
            // On a laptop everybody who reaches the gateway is its owner.
            variables.put(
                    "VIGIL_ANONYMOUS",
                    environment.getOrDefault("VIGIL_ANONYMOUS", Boolean.toString(address.equals(LOOPBACK))));
        }
        variables.put("NATS_SERVERS", natsServers);
        variables.put("VIGIL_STREAM_REPLICAS", Integer.toString(options.mode().servers()));
        variables.put("VIGIL_NOOP", Boolean.toString(options.noop()));
        // glibc otherwise keeps an arena per thread, which doubles the resident memory of an idle JVM.
        variables.put("MALLOC_ARENA_MAX", environment.getOrDefault("MALLOC_ARENA_MAX", "2"));
        clickhouse.ifPresent(url -> {
            variables.put("CLICKHOUSE_HOST", url.getHost());
            variables.put("CLICKHOUSE_PORT", Integer.toString(url.getPort()));
        });
        return variables;
    }
}
