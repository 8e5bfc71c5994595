package io.vigil.pii.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP service that answers as a test says. */
final class Service implements AutoCloseable {

    static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();

    /** Status and body for a question. */
    record Reply(int status, String body) {}

    Service(Function<JsonNode, Reply> replies) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, replies));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<JsonNode, Reply> replies) throws IOException {
        JsonNode question = MAPPER.readTree(exchange.getRequestBody());
        questions.add(question);
        Reply reply = replies.apply(question);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    List<JsonNode> questions() {
        return questions;
    }

    JsonEndpoint endpoint(Duration limit) {
        var breaker = CircuitBreaker.of(
                "test",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofMinutes(1))
                        .build());
        return endpoint(limit, breaker);
    }

    JsonEndpoint endpoint(Duration limit, CircuitBreaker breaker) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/analyze");
        return new JsonEndpoint(uri, limit, client, breaker, MAPPER);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
