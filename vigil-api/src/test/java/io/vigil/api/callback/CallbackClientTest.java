package io.vigil.api.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackClientTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stop = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Host"));
            switch (exchange.getRequestURI().getPath()) {
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "/inside");
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    var block = new byte[64 * 1024];
                    while (stop.getCount() > 0) {
                        exchange.getResponseBody().write(block);
                    }
                }
                case "/silent" -> awaitStop();
                default -> exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        stop.countDown();
        server.stop(0);
    }

    private void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Posted post(CallbackClient client, String host, String path) {
        var address = URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
        return client.post(address, Map.of("webhook-id", "m"), "{}".getBytes(UTF_8));
    }

    private static CallbackClient resolving(String... addresses) {
        return new CallbackClient(
                Duration.ofSeconds(5),
                new GuardedResolver(
                        host -> java.util.Arrays.stream(addresses)
                                .map(InetAddress::ofLiteral)
                                .toArray(InetAddress[]::new),
                        false));
    }

    @Test
    void connectsToTheAddressThatWasResolvedUnderTheHostsName() throws Exception {
        var resolver = new GuardedResolver(host -> new InetAddress[] {LOOPBACK}, true);
        try (var client = new CallbackClient(Duration.ofSeconds(20), resolver)) {
            assertThat(post(client, "hooks.example.org", "/ok")).isEqualTo(new Posted.Answered(204));
        }
        assertThat(calls)
                .containsExactly("/ok hooks.example.org:" + server.getAddress().getPort());
    }

    @Test
    void sendsNothingToAHostWithAnAddressInside() throws Exception {
        for (String[] addresses : List.of(
                new String[] {"127.0.0.1"},
                new String[] {"::ffff:127.0.0.1"},
                new String[] {"169.254.169.254"},
                new String[] {"93.184.216.34", "10.0.0.1"})) {
            try (var client = resolving(addresses)) {
                assertThat(post(client, "hooks.example.org", "/ok")).isEqualTo(new Posted.AddressRefused());
            }
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void refusesAddressesThatAreWrittenOut() throws Exception {
        try (var client = new CallbackClient(Duration.ofSeconds(5), false)) {
            for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"}) {
                assertThat(post(client, host, "/ok")).as(host).isEqualTo(new Posted.AddressRefused());
            }
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (var client = new CallbackClient(Duration.ofSeconds(20), true)) {
            assertThat(post(client, "127.0.0.1", "/redirect")).isEqualTo(new Posted.Answered(307));
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void readsNothingOfAnAnswerThatDoesNotEnd() throws Exception {
        try (var client = new CallbackClient(Duration.ofSeconds(20), true)) {
            assertThat(post(client, "127.0.0.1", "/endless")).isEqualTo(new Posted.Answered(200));
        }
    }

    @Test
    void givesUpOnAReceiverThatSaysNothing() throws Exception {
        try (var client = new CallbackClient(Duration.ofSeconds(1), true)) {
            assertThat(post(client, "127.0.0.1", "/silent")).isInstanceOf(Posted.NotReached.class);
        }
    }
}
