package io.vigil.testkit;

import io.vigil.clickhouse.local.LocalClickHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A real ClickHouse: the one that {@code CLICKHOUSE_URL} names, else a process of its own out of {@code libchdb.so}, with
 * its data in a temporary directory. Its own process keeps port and data over {@link #kill} and {@link #restart}.
 */
public final class ClickHouseServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final @Nullable LocalClickHouse local;
    private final @Nullable ServerProcess process;

    private ClickHouseServer(String url, @Nullable LocalClickHouse local) {
        this.url = url;
        this.local = local;
        this.process = local == null ? null : new ServerProcess(local::start);
    }

    /**
     * Finds or starts a server. Ready when this returns.
     *
     * @throws AssertionError when there is neither a server nor the library to make one
     */
    public static ClickHouseServer start() {
        String named = System.getenv("CLICKHOUSE_URL");
        return named == null || named.isBlank() ? startLocal() : new ClickHouseServer(named, null);
    }

    /** Starts a process of its own, for tests that kill it. Ready when this returns. */
    public static ClickHouseServer startLocal() {
        Path library = LocalClickHouse.findLibrary(Checkout.root());
        if (library == null) {
            throw new AssertionError("These tests need ClickHouse, and `./vigil test` obtains it. Or name a server in"
                    + " CLICKHOUSE_URL, or libchdb.so in " + LocalClickHouse.LIBRARY_VARIABLE + ".");
        }
        var local = new LocalClickHouse(library, Checkout.temporaryDirectory("clickhouse"), FreePorts.next());
        var server = new ClickHouseServer(local.url(), local);
        server.restart();
        return server;
    }

    /** The HTTP address, without a path. */
    public String url() {
        return url;
    }

    /** The host of {@link #url}. */
    public String host() {
        return URI.create(url).getHost();
    }

    /** The port of {@link #url}. */
    public int port() {
        return URI.create(url).getPort();
    }

    /** SIGKILL: the server is gone at once. */
    public void kill() {
        own().kill();
    }

    /** SIGSTOP: the server is there and does not answer. */
    public void pause() {
        own().signal("STOP");
    }

    /** SIGCONT: ends a {@link #pause}. */
    public void resume() {
        own().signal("CONT");
    }

    /** Starts the server, after a kill where it runs, on the same port and data. Ready when this returns. */
    public void restart() {
        own().kill();
        Process started = own().start();
        try {
            here().awaitReady(started, START_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the process of its own runs; a server named by {@code CLICKHOUSE_URL} counts as running. */
    public boolean isRunning() {
        return process == null || process.isAlive();
    }

    /**
     * Runs a statement.
     *
     * @return the answer in ClickHouse's tab-separated format, without the last line feed
     * @throws AssertionError when the server refuses it
     */
    public String query(String sql) {
        var request = HttpRequest.newBuilder(URI.create(url + "/"))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("ClickHouse refused: " + answer.body());
            }
            return answer.body().stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            Checkout.deleteRecursively(here().directory());
        }
    }

    private LocalClickHouse here() {
        if (local == null) {
            throw new IllegalStateException("this server belongs to somebody else");
        }
        return local;
    }

    private ServerProcess own() {
        if (process == null) {
            throw new IllegalStateException("this server belongs to somebody else");
        }
        return process;
    }
}
