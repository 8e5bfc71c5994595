package io.vigil.cli.stack;

import io.vigil.cli.process.PortClaim;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Every port of a stack.
 *
 * @param services port of each service
 * @param nats client ports, one per server
 * @param monitoring monitoring ports, one per server
 * @param routes cluster ports, one per server; not used by a single server
 * @param clickhouse HTTP port of ClickHouse
 */
public record Ports(
        Map<Service, Integer> services,
        List<Integer> nats,
        List<Integer> monitoring,
        List<Integer> routes,
        int clickhouse) {

    static final String NATS_VARIABLE = "VIGIL_NATS_PORT";
    static final String MONITORING_VARIABLE = "VIGIL_NATS_MONITOR_PORT";
    static final String ROUTES_VARIABLE = "VIGIL_NATS_ROUTE_PORT";
    static final String CLICKHOUSE_VARIABLE = "VIGIL_CLICKHOUSE_PORT";

    private static final int NATS = 4222;
    private static final int MONITORING = 8222;
    private static final int ROUTES = 6222;
    private static final int CLICKHOUSE = 8123;

    public Ports {
        services = Map.copyOf(services);
        nats = List.copyOf(nats);
        monitoring = List.copyOf(monitoring);
        routes = List.copyOf(routes);
    }

    /**
     * The usual ports, or those that the environment names.
     *
     * @throws IllegalArgumentException naming the variable whose value is not a port
     */
    public static Ports from(Map<String, String> environment) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, service.portVariable(), service.usualPort()));
        }
        return new Ports(
                services,
                following(port(environment, NATS_VARIABLE, NATS)),
                following(port(environment, MONITORING_VARIABLE, MONITORING)),
                following(port(environment, ROUTES_VARIABLE, ROUTES)),
                port(environment, CLICKHOUSE_VARIABLE, CLICKHOUSE));
    }

    /** Ports that nobody uses at this moment. */
    public static Ports free() throws IOException {
        Iterator<Integer> spare = freePorts(Service.values().length + 10).iterator();
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, spare.next());
        }
        return new Ports(services, three(spare), three(spare), three(spare), spare.next());
    }

    /** The claim of a service. */
    PortClaim claim(Service service) {
        return new PortClaim(services.getOrDefault(service, 0), service.module(), service.portVariable());
    }

    private static List<Integer> three(Iterator<Integer> spare) {
        return List.of(spare.next(), spare.next(), spare.next());
    }

    private static List<Integer> following(int first) {
        return List.of(first, first + 1, first + 2);
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(variable + " must be a port from 1 to 65535, but is '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0);
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
            return ports;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
