package io.vigil.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigil.message.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server that handles one request at a time and stalls once. */
class CoordinatedOmissionIT {

    private static final int STALLS_AT = 20;
    private static final long STALL_MILLIS = 1_000;

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/v1/guard/input", this::answer);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void chargesAStallToEveryRequestThatItDelayed() throws InterruptedException {
        BenchResult result = Measurement.take("test", plan(100, 1_000), List.of());
        assertThat(result.failed()).isZero();
        assertThat(result.answered()).isEqualTo(200);
        // Of the 100 requests due during the stall of one second, 50 wait for more than 500 ms: a quarter of all.
        assertThat(result.latency().p90Ms()).isGreaterThan(500);
        assertThat(result.latency().maxMs()).isGreaterThanOrEqualTo(STALL_MILLIS - 1.0);
        assertThat(result.decisions()).containsEntry("ALLOW", 200L);
    }

    @Test
    void seesTheStallOnceInAClosedLoopWithOneConnection() throws InterruptedException {
        BenchResult result = Measurement.take("test", plan(0, 1), List.of());
        assertThat(result.failed()).isZero();
        assertThat(result.latency().maxMs()).isGreaterThanOrEqualTo(STALL_MILLIS - 1.0);
        assertThat(result.latency().p90Ms()).isLessThan(STALL_MILLIS / 2.0);
    }

    @Test
    void countsAnswersToOtherRequestsAsErrors() throws InterruptedException {
        server.removeContext("/v1/guard/input");
        server.createContext("/v1/guard/input", exchange -> send(exchange, "somebody-else"));
        BenchResult result = Measurement.take("test", plan(50, 100), List.of());
        assertThat(result.answered()).isZero();
        assertThat(result.errors()).containsEntry("wrong answer", 100L);
    }

    @Test
    void namesTheStatusOfRefusals() throws InterruptedException {
        server.removeContext("/v1/guard/input");
        server.createContext("/v1/guard/input", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        BenchResult result = Measurement.take("test", plan(50, 100), List.of());
        assertThat(result.errors()).containsEntry("HTTP 503", 100L);
    }

    private LoadPlan plan(int rate, int concurrency) {
        return new LoadPlan(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Mode.FAST,
                rate,
                concurrency,
                new WarmUp.Fixed(Duration.ZERO),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (requests.incrementAndGet() == STALLS_AT) {
            try {
                never.await(STALL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        send(exchange, String.valueOf(exchange.getRequestHeaders().getFirst("X-Request-Id")));
    }

    private static void send(HttpExchange exchange, String requestId) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body =
                ("{\"request_id\":\"" + requestId + "\",\"decision\":\"ALLOW\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
