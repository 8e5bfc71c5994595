package io.vigil.flow;

import io.nats.client.Connection;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** nats-server, ClickHouse and the five services, for the tests of one class. */
final class Stack implements BeforeAllCallback, AfterAllCallback {

    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Map<String, String> settings;
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
        this.settings = Map.copyOf(settings);
        this.nats = NatsServer.start();
        this.clickHouse = ClickHouseServer.startLocal();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path logs = Files.createDirectories(
                Path.of("target", "flow", context.getRequiredTestClass().getSimpleName()));
        for (Service service : Service.values()) {
            Path log = logs.resolve(service.name().toLowerCase(java.util.Locale.ROOT) + ".log");
            Files.deleteIfExists(log);
            var process = new ServiceProcess(service, freePort(), environment(), log, http);
            services.put(service, process);
            process.start();
        }
        services.values().forEach(ServiceProcess::awaitReady);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(settings);
        environment.put("NATS_SERVERS", nats.url());
        environment.put("CLICKHOUSE_HOST", clickHouse.host());
        environment.put("CLICKHOUSE_PORT", String.valueOf(clickHouse.port()));
        return environment;
    }

    ServiceProcess service(Service service) {
        return java.util.Objects.requireNonNull(services.get(service));
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
        return Nats.connect(nats.url());
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
        services.values().forEach(ServiceProcess::close);
        clickHouse.close();
        nats.close();
        http.close();
    }
}
