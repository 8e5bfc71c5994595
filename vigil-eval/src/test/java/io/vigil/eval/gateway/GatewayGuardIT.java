package io.vigil.eval.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import io.vigil.message.BranchId;
import io.vigil.message.Decision;
import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayGuardIT {

    private static final String ANSWER = """
            {"request_id":"r","decision":"BLOCK","threat_score":91,"confidence":0.9,"degraded_branches":["llm_guard"],
             "decision_process":{"branches":[
               {"status":"scored","branch":"heuristics","score":80,"threat_level":"HIGH","confidence":1,"critical_signals":[],
                "features":{},"findings":[],"explanations":[],"micros":5},
               {"status":"degraded","branch":"llm_guard","reason":"timeout","micros":5},
               {"status":"skipped","branch":"semantic","reason":"mode_fast"}],
              "weights":{},"weighted_score":91,"boosts":[],"block_threshold":70,"sanitize_threshold":30,"pii":[],
              "language":"en","explanations":[],"timings":[],"policy_revision":0}}
            """;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String answer = ANSWER;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            byte[] reply = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTheDecisionAndTheScoresOfTheBranchesThatRan() throws Exception {
        try (var guard = guard()) {
            var judgement = guard.judge(sample(Source.DOCUMENT));
            assertThat(judgement.decision()).isEqualTo(Decision.BLOCK);
            assertThat(judgement.threatScore()).isEqualTo(91);
            assertThat(judgement.branches()).containsOnlyKeys(BranchId.HEURISTICS);
            assertThat(judgement.degraded()).containsExactly("llm_guard");
        }
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .startsWith("/v1/guard/input ")
                .contains("\"mode\":\"fast\"", "\"source\":\"document\"");
    }

    @Test
    void sendsWhatAModelAnsweredTheOtherWay() throws Exception {
        try (var guard = guard()) {
            guard.judge(sample(Source.MODEL_OUTPUT));
        }
        assertThat(asked.getFirst()).startsWith("/v1/guard/output ");
    }

    @Test
    void asksAnOverloadedGatewayAgain() throws Exception {
        refusals.set(2);
        try (var guard = guard()) {
            assertThat(guard.judge(sample(Source.USER_INPUT)).blocks()).isTrue();
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void givesUpOnAGatewayThatStaysOverloaded() {
        refusals.set(Integer.MAX_VALUE);
        try (var guard = guard()) {
            assertThatThrownBy(() -> guard.judge(sample(Source.USER_INPUT)))
                    .isInstanceOf(NoDecisionException.class)
                    .hasMessage("HTTP 503");
        }
    }

    @Test
    void takesAnythingElseForNoDecision() {
        answer = "{\"decision\":\"ALLOW\"}";
        try (var guard = guard()) {
            assertThatThrownBy(() -> guard.judge(sample(Source.USER_INPUT)))
                    .isInstanceOf(NoDecisionException.class)
                    .hasMessage("unreadable answer");
        }
    }

    @Test
    void tellsThatNobodyIsThere() {
        server.stop(0);
        try (var guard = guard()) {
            assertThatThrownBy(() -> guard.judge(sample(Source.USER_INPUT)))
                    .isInstanceOf(NoDecisionException.class)
                    .hasMessage("cannot connect");
        }
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatewayGuard(URI.create("ftp://here"), Mode.FULL));
    }

    private GatewayGuard guard() {
        return new GatewayGuard(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Mode.FAST);
    }

    private static Sample sample(Source source) {
        return new Sample(new Sample.Place("set", 1), "text", true, "kind", "en", source);
    }
}
