package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.wire.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackIT {

    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    static final List<Call> calls = new CopyOnWriteArrayList<>();
    static HttpServer receiver;

    record Call(String path, Headers headers, String body) {}

    @BeforeAll
    static void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            calls.add(new Call(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 200, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
    }

    private static Gateway gateway(String... settings) {
        return Gateway.start(nats.url(), settings);
    }

    private static String accept(Gateway gateway, String path) throws Exception {
        var accepted = gateway.post(
                "/v1/analyze/async",
                "{\"text\":\"hello\",\"callbackUrl\":\"http://127.0.0.1:"
                        + receiver.getAddress().getPort() + path + "\"}");
        assertThat(accepted.status()).isEqualTo(202);
        return accepted.text("requestId");
    }

    private static long deadLetters(Connection connection) throws Exception {
        return connection
                .jetStreamManagement()
                .getStreamInfo(Streams.DLQ)
                .getStreamState()
                .getMsgCount();
    }

    @Test
    void sendsTheResultWithASignatureThatVerifies() throws Exception {
        try (var gateway = gateway(
                        "--vigil.api.callback.secret=whsec_" + KEY, "--vigil.api.callback.private-allowed=true");
                Connection connection = Nats.connect(nats.url());
                var _ = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
            String id = accept(gateway, "/hook");
            Eventually.withinSeconds(20)
                    .isTrue(
                            "call",
                            () -> calls.stream().anyMatch(call -> call.path().equals("/hook")));

            Call call = calls.stream()
                    .filter(candidate -> candidate.path().equals("/hook"))
                    .findFirst()
                    .orElseThrow();
            var json = Json.mapper().readTree(call.body());
            assertThat(json.path("type").asString()).isEqualTo("analysis.done");
            assertThat(json.at("/data/request_id").asString()).isEqualTo(id);
            assertThat(json.at("/data/result/decision").asString()).isEqualTo("ALLOW");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            String signed = call.headers().getFirst("webhook-id") + "."
                    + call.headers().getFirst("webhook-timestamp") + "." + call.body();
            assertThat(call.headers().getFirst("webhook-signature"))
                    .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
        }
    }

    @Test
    void makesADeadLetterOfACallThatMustNotBeMadeOrIsRedirected() throws Exception {
        try (Connection connection = Nats.connect(nats.url())) {
            try (var gateway = gateway("--vigil.api.callback.secret=whsec_" + KEY);
                    var _ = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
                var _ = accept(gateway, "/inside");
                Eventually.withinSeconds(20).becomes("dead letters", 1L, () -> deadLetters(connection));
            }
            try (var gateway = gateway(
                            "--vigil.api.callback.secret=whsec_" + KEY, "--vigil.api.callback.private-allowed=true");
                    var _ = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
                var _ = accept(gateway, "/moved");
                Eventually.withinSeconds(20).becomes("dead letters", 2L, () -> deadLetters(connection));
            }
        }
        assertThat(calls).noneMatch(call -> call.path().equals("/inside"));
    }

    @Test
    void takesNoAddressWithoutASecretAndNoneThatIsNoUrl() throws Exception {
        try (var gateway = gateway()) {
            var refused =
                    gateway.post("/v1/analyze/async", "{\"text\":\"x\",\"callbackUrl\":\"https://example.org/hook\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/callbackUrl");
        }
        try (var gateway = gateway("--vigil.api.callback.secret=whsec_" + KEY)) {
            for (String url :
                    new String[] {"ftp://example.org", "example.org", "http://u:p@example.org/", "http:///x"}) {
                assertThat(gateway.post("/v1/analyze/async", "{\"text\":\"x\",\"callback_url\":\"" + url + "\"}")
                                .status())
                        .as(url)
                        .isEqualTo(400);
            }
        }
    }
}
