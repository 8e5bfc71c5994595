package io.vigil.cli.stack;

import io.vigil.cli.process.ChildSpec;
import io.vigil.cli.process.PortClaim;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that runs in one stack.
 *
 * @param options what distinguishes it
 * @param children its processes
 * @param api base URL of the gateway
 * @param natsServers URLs of the NATS servers, separated by commas
 * @param clickhouse base URL of ClickHouse; empty for none
 */
public record StackPlan(
        StackOptions options, List<ChildSpec> children, URI api, String natsServers, Optional<URI> clickhouse) {

    public StackPlan {
        children = List.copyOf(children);
    }

    /**
     * Plans a stack and writes the configuration files of its servers.
     *
     * @param jdk home of the JDK to run the services with
     * @param ports where everything listens
     * @param environment of the user
     * @param apps the unpacked services
     */
    public static StackPlan of(
            StackOptions options,
            Path jdk,
            Ports ports,
            Map<String, String> environment,
            LocalServers servers,
            Map<Service, RunnableApp> apps)
            throws IOException {
        NatsPlan nats = new NatsPlan(options.mode(), ports, options.data());
        ClickHousePlan clickHouse = new ClickHousePlan(ports.clickhouse(), options.data(), jdk);
        List<ChildSpec> children = new ArrayList<>();
        String natsServers = switch (servers.nats()) {
            case LocalServers.Nats.Running(String url) -> url;
            case LocalServers.Nats.Startable(String binary) -> {
                children.addAll(nats.children(binary));
                yield nats.urls();
            }
        };
        clickHouse.child(servers.clickHouse()).ifPresent(children::add);
        Optional<URI> clickhouse = clickHouse.url(servers.clickHouse());
        ServicePlan services = new ServicePlan(
                jdk, ports, environment, natsServers, clickhouse, options, Pepper.of(options.data(), environment));
        apps.forEach((service, app) -> children.add(services.child(service, app)));
        URI api = URI.create("http://localhost:" + ports.claim(Service.API).port());
        return new StackPlan(options, children, api, natsServers, clickhouse);
    }

    /** All ports of all processes. */
    public List<PortClaim> claims() {
        return children.stream().flatMap(child -> child.ports().stream()).toList();
    }
}
