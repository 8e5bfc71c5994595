package io.vigil.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real {@code nats-server} with JetStream, on the loopback address, with its data in a temporary directory and its log in
 * {@code target/servers}. It keeps ports and data over {@link #kill} and {@link #restart}.
 *
 * <p>Tests fail, and do not skip, where no program of version 2.10 or later is found.
 */
public final class NatsServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final int monitoringPort;
    private final Path directory;
    private final Path log;
    private final ServerProcess process;

    NatsServer(String name, int port, String extraConfiguration) {
        this.name = name;
        this.port = port;
        this.monitoringPort = FreePorts.next();
        this.directory = Checkout.temporaryDirectory("nats-" + name);
        this.log = Checkout.log("nats-" + name + "-" + port);
        Path configuration = directory.resolve("nats.conf");
        write(configuration, configuration(extraConfiguration));
        var command = new ProcessBuilder(NatsBinary.find().path().toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.process = new ServerProcess(command::start);
    }

    /** Starts a server of its own. Ready when this returns. */
    public static NatsServer start() {
        return start("");
    }

    /**
     * Starts a server of its own. Ready when this returns.
     *
     * @param extraConfiguration added to the configuration file, e.g. accounts and permissions
     */
    public static NatsServer start(String extraConfiguration) {
        var server = new NatsServer("single", FreePorts.next(), extraConfiguration);
        server.restart();
        return server;
    }

    /** Where clients connect, e.g. {@code nats://127.0.0.1:4222}. */
    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Name of this server, as it appears in cluster information. */
    public String name() {
        return name;
    }

    /** Where the monitoring pages are, without a path. */
    public String monitoringUrl() {
        return "http://127.0.0.1:" + monitoringPort;
    }

    /** What the server says. */
    public Path log() {
        return log;
    }

    /** Whether its process runs, paused or not. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** SIGKILL: the server is gone at once, with whatever it had not written. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM: the server shuts down in order. Returns when it is gone. */
    public void terminate() {
        process.terminate();
    }

    /** SIGUSR2, lame duck mode: the server gives its leaderships away and asks clients to leave. Returns at once. */
    public void lameDuck() {
        process.signal("USR2");
    }

    /** SIGSTOP: the server is there and does not move, as with a frozen machine. */
    public void pause() {
        process.signal("STOP");
        process.awaitStopped();
    }

    /** SIGCONT: ends a {@link #pause}. */
    public void resume() {
        process.signal("CONT");
    }

    /** Starts the server, after a kill where it runs, on the same ports and data. Ready when this returns. */
    public void restart() {
        launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
        Checkout.deleteRecursively(directory);
    }

    /** Starts the process without waiting. */
    void launch() {
        process.kill();
        process.start();
    }

    void awaitReady() {
        Eventually.within(START_LIMIT).satisfies("health of " + name, this::health, health -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("nats-server ended: see " + log);
            }
            return health.contains("\"ok\"");
        });
    }

    /** A monitoring page, e.g. {@code /jsz}. */
    String monitor(String page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(monitoringUrl() + page))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private String health() throws IOException, InterruptedException {
        return monitor("/healthz");
    }

    private String configuration(String extra) {
        return """
                server_name: "%s"
                host: 127.0.0.1
                port: %d
                http: "127.0.0.1:%d"
                lame_duck_duration: "30s"
                lame_duck_grace_period: "1s"
                jetstream { store_dir: "%s", max_memory_store: 256MB, max_file_store: 20GB }
                %s
                """.formatted(name, port, monitoringPort, directory.resolve("data"), extra);
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
