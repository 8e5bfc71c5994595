package io.vigil.flow;

import io.vigil.testkit.Eventually;
import io.vigil.testkit.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One service in a process of its own, which tests may kill and start again. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);

    private final Service service;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private final HttpClient http;
    private final ServerProcess process = new ServerProcess(this::launch);

    ServiceProcess(Service service, int port, Map<String, String> environment, Path log, HttpClient http) {
        this.service = service;
        this.port = port;
        this.environment = environment;
        this.log = log;
        this.http = http;
    }

    void start() {
        process.start();
    }

    private Process launch() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heap(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                service.mainClass());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(service.settings());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        return builder.start();
    }

    void awaitReady() {
        Eventually.within(READY).isTrue(service + " is ready (see " + log + ")", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(service + " ended by itself, see " + log);
            }
            return get("/actuator/health/readiness").statusCode() == 200;
        });
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** SIGTERM; returns when the process is gone. */
    void terminate() {
        process.terminate();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String logText() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
