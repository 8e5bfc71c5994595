package io.vigil.clickhouse.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A ClickHouse server on this machine: how it is started, and when it is ready. It speaks ClickHouse's HTTP protocol on
 * the loopback address, as user {@code default} without password.
 *
 * @param library path of {@code libchdb.so}, 26.7 or later
 * @param directory where it keeps its data, log and launcher; created when absent; one server per directory
 * @param port HTTP port
 */
public record LocalClickHouse(Path library, Path directory, int port) {

    /** Environment variable that names the library. */
    public static final String LIBRARY_VARIABLE = "CHDB_LIBCHDB_PATH";

    /** Where {@code ./vigil} puts the library, relative to the checkout. */
    public static final Path PROVISIONED = Path.of(".vigil/clickhouse/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so");

    private static final Duration POLL = Duration.ofMillis(20);

    /**
     * Finds the library: the environment variable first, then the checkout.
     *
     * @return null when there is none
     */
    public static @Nullable Path findLibrary(Path checkout) {
        String named = System.getenv(LIBRARY_VARIABLE);
        Path library = named == null || named.isBlank() ? checkout.resolve(PROVISIONED) : Path.of(named);
        return Files.isRegularFile(library) ? library.toAbsolutePath() : null;
    }

    /** The HTTP address, without a path. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What the server says, one file for all its starts. */
    public Path log() {
        return directory.resolve("clickhouse.log");
    }

    /**
     * Starts the server as a child that ends with this process at the latest. Does not wait: see {@link #awaitReady}.
     * Closing the child's standard input stops it in order.
     */
    public Process start() throws IOException {
        return start("attached");
    }

    /** Starts the server as a process that stays when this one ends; a signal stops it, without loss. */
    public Process startDetached() throws IOException {
        return start("detached");
    }

    /** Whether a ClickHouse server answers now. */
    public boolean ready() throws InterruptedException {
        var ping = HttpRequest.newBuilder(URI.create(url() + "/ping"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(ping, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .equals("Ok.\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Waits until the server answers.
     *
     * @throws IllegalStateException when the process ended, or the time is over; with the log's last words
     */
    public void awaitReady(Process process, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("ClickHouse did not start: " + lastWords());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("another server answers at " + url());
        }
    }

    /** Stops a child in order: ends its input, waits, and kills it when that takes longer than the limit. */
    public static void stop(Process process, Duration limit) throws IOException, InterruptedException {
        try (var input = process.getOutputStream()) {
            input.flush();
        } catch (IOException alreadyGone) {
            // the other end of the pipe went with the process
        }
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String bond) throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // signals are the engine's business, and its memory is not on the Java heap
                "-Xrs",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                launcher().toString(),
                EmbeddedClickHouse.class.getName(),
                library.toString(),
                data.toString(),
                Integer.toString(port),
                bond);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Copies the program out, because it may lie in a jar within a jar, where {@code java} does not find it. */
    private Path launcher() throws IOException {
        Path root = directory.resolve("launcher");
        String name = EmbeddedClickHouse.class.getName().replace('.', '/') + ".class";
        Path copy = root.resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream program = EmbeddedClickHouse.class.getResourceAsStream("/" + name)) {
            if (program == null) {
                throw new IOException("the launcher is not on the class path");
            }
            Files.copy(program, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return root;
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
