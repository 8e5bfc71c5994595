import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The door of the stand-in image of ClickHouse: the engine inside knows only the user "default" on the loopback address. This
 * asks for CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, as the public image does, and passes on what comes with them.
 */
final class ClickHouseDoor {

    private static final Set<String> KEPT = Set.of("x-clickhouse-user", "x-clickhouse-key", "x-clickhouse-ssl-certificate-auth");
    private static final String USER = System.getenv("CLICKHOUSE_USER");
    private static final String PASSWORD = System.getenv("CLICKHOUSE_PASSWORD");

    public static void main(String[] ports) throws IOException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(ports[0])), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean open = exchange.getRequestURI().getPath().equals("/ping");
                if (open || knows(exchange)) {
                    pass(client, exchange, ports[1]);
                } else {
                    exchange.sendResponseHeaders(403, -1);
                }
            }
        });
        server.start();
    }

    private static boolean knows(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var basic = "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes());
        return basic.equals(headers.getFirst("Authorization"))
                || USER.equals(headers.getFirst("X-ClickHouse-User")) && PASSWORD.equals(headers.getFirst("X-ClickHouse-Key"));
    }

    private static boolean isPassed(String header) {
        return header.startsWith("x-clickhouse-") && !KEPT.contains(header)
                || header.equals("content-type")
                || header.equals("content-encoding")
                || header.equals("accept-encoding");
    }

    private static void pass(HttpClient client, HttpExchange exchange, String port) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassed(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (name.toLowerCase().startsWith("x-clickhouse") || name.equalsIgnoreCase("content-type") || name.equalsIgnoreCase("content-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
