package io.vigil.flow;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.vigil.testkit.ClickHouseServer;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServer;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** nats-server, ClickHouse and the five services, for the tests of one class. */
final class Stack implements BeforeAllCallback, AfterAllCallback {

    private final Map<Service, List<ServiceProcess>> services = new EnumMap<>(Service.class);
    private final int workers;
    private final Map<String, String> settings;
    private final boolean secured;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final NatsServer nats;
    private final ClickHouseServer clickHouse;

    /**
     * Starts the servers; the services follow before the first test.
     *
     * @param settings environment of every service, beside the addresses of the servers
     */
    Stack(Map<String, String> settings) {
        this(settings, 1, false);
    }

    /** The same with several processes of each worker. */
    Stack(Map<String, String> settings, int workers) {
        this(settings, workers, false);
    }

    private Stack(Map<String, String> settings, int workers, boolean secured) {
        this.workers = workers;
        this.settings = Map.copyOf(settings);
        this.secured = secured;
        this.nats = secured ? NatsServer.start(Accounts.configuration()) : NatsServer.start();
        this.clickHouse = ClickHouseServer.startLocal();
    }

    /** The same with the shipped accounts: each service comes as a user of its own. */
    static Stack secured(Map<String, String> settings) {
        return new Stack(settings, 1, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path logs = Files.createDirectories(
                Path.of("target", "flow", context.getRequiredTestClass().getSimpleName()));
        for (Service service : Service.values()) {
            for (int i = 0; i < (service == Service.API ? 1 : workers); i++) {
                Path log = logs.resolve(service.name().toLowerCase(java.util.Locale.ROOT) + (i == 0 ? "" : i) + ".log");
                Files.deleteIfExists(log);
                var process = new ServiceProcess(service, freePort(), environment(service), log, http);
                services.computeIfAbsent(service, any -> new ArrayList<>()).add(process);
                process.start();
            }
        }
        processes().forEach(ServiceProcess::awaitReady);
    }

    private Map<String, String> environment(Service service) {
        var environment = new HashMap<>(settings);
        if (secured) {
            environment.putAll(service.account().environment());
        }
        environment.put("NATS_SERVERS", nats.url());
        environment.put("CLICKHOUSE_HOST", clickHouse.host());
        environment.put("CLICKHOUSE_PORT", String.valueOf(clickHouse.port()));
        return environment;
    }

    ServiceProcess service(Service service) {
        return replicas(service).getFirst();
    }

    /** All processes of a service. */
    List<ServiceProcess> replicas(Service service) {
        return List.copyOf(java.util.Objects.requireNonNull(services.get(service)));
    }

    private List<ServiceProcess> processes() {
        return services.values().stream().flatMap(List::stream).toList();
    }

    Gateway gateway() {
        return new Gateway(service(Service.API).uri(""), http);
    }

    NatsServer nats() {
        return nats;
    }

    ClickHouseServer clickHouse() {
        return clickHouse;
    }

    Connection connect() throws IOException, InterruptedException {
        return secured
                ? Nats.connect(Accounts.VIGIL_OPERATOR.options(nats.url(), new ErrorListener() {}))
                : Nats.connect(nats.url());
    }

    /** Answer of ClickHouse to a query, one line for each row; empty while it is away. */
    String query(String sql) {
        return clickHouse.query(sql).strip();
    }

    /** Waits until every accepted message was worked on. */
    void awaitQuiet(long seconds) {
        Eventually.withinSeconds(seconds).becomes("work queue", 0L, () -> size(Streams.VIGIL));
    }

    long size(String stream) throws IOException, InterruptedException {
        try (var connection = connect()) {
            return connection
                    .jetStreamManagement()
                    .getStreamInfo(stream)
                    .getStreamState()
                    .getMsgCount();
        } catch (io.nats.client.JetStreamApiException e) {
            throw new IOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        processes().forEach(ServiceProcess::close);
        clickHouse.close();
        nats.close();
        http.close();
    }
}
