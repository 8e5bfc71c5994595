package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.api.ask.AskMeters;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients see when something behind the gateway is missing. */
class OutageIT {

    /** Far below the wait for a decision, 5 s; above what a cold and busy machine adds to 400 ms. */
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    private static final String HELLO = "{\"text\":\"hello\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private Gateway gateway;
    private Connection broker;

    @BeforeEach
    void start() throws Exception {
        broker = nats.connect();
        gateway = Gateway.start(nats.url(), "--vigil.api.publish-timeout=400ms");
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        broker.close();
    }

    @Test
    void answers504WhenNobodyDecidesAndForgetsTheRequest() throws Exception {
        restart("--vigil.api.timeout=300ms", "--vigil.api.publish-timeout=200ms");

        Exchange exchange = gateway.post("/v1/guard/input", HELLO);

        assertProblem(exchange, 504, "decision_timeout");
        assertThat(exchange.header("Retry-After")).isEmpty();
        assertThat(inFlight()).isZero();
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void leavesTheLastFifthOfTheQueueToTheStages() throws Exception {
        limitQueueTo(10);
        for (int i = 0; i < 8; i++) {
            broker.jetStream().publish("vigil.pii.completed", new byte[1]);
        }
        Eventually.withinSeconds(10)
                .satisfies(
                        "the gateway noticed",
                        () -> gateway.post("/v1/guard/input", HELLO),
                        exchange -> exchange.text("code").equals("queue_full"));

        long queued = queued();
        assertProblem(gateway.post("/v1/guard/input", HELLO), 503, "queue_full");
        assertThat(queued()).isEqualTo(queued);
        assertThat(broker.jetStream()
                        .publish("vigil.pii.completed", new byte[1])
                        .getSeqno())
                .isPositive();
    }

    @Test
    void answers503WhenTheStreamIsFull() throws Exception {
        limitQueueTo(1);
        var waiting = gateway.postAsync("/v1/guard/input", HELLO);
        Eventually.withinSeconds(5).becomes("queued", 1L, this::queued);

        long start = System.nanoTime();
        Exchange exchange = gateway.post("/v1/guard/input", HELLO);

        assertProblem(exchange, 503, "queue_full");
        assertThat(exchange.header("Retry-After")).isEqualTo("1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
        assertThat(queued()).isEqualTo(1);
        assertThat(inFlight()).isEqualTo(1);
        assertThat(waiting.join().statusCode()).isEqualTo(504);
    }

    @Test
    void answers503QuicklyWhileThereIsNoServerAndRecoversByItself() throws Exception {
        nats.server().kill();

        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Exchange exchange = gateway.post("/v1/guard/input", HELLO);
            assertProblem(exchange, 503, "queue_unavailable");
            assertThat(exchange.header("Retry-After")).isEqualTo("1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
        }
        assertThat(gateway.get("/health").status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(gateway.get("/health/nats").status()).isEqualTo(503);

        nats.server().restart();
        try (var pipeline = Eventually.withinSeconds(10)
                .satisfies("pipeline", () -> new PlayedPipeline(broker, PlayedPipeline::allow), played -> true)) {
            Eventually.withinSeconds(10)
                    .becomes(
                            "status",
                            200,
                            () -> gateway.post("/v1/guard/input", HELLO).status());
            assertThat(pipeline.seen()).isNotEmpty();
        }
        assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(inFlight()).isZero();
    }

    @Test
    void answers503WhileTheStreamIsAway() throws Exception {
        broker.jetStreamManagement().deleteStream(Streams.VIGIL);

        long start = System.nanoTime();
        Exchange exchange = gateway.post("/v1/guard/input", HELLO);

        assertProblem(exchange, 503, "queue_unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
        assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(gateway.get("/health/nats").text("status")).isEqualTo("DOWN");
    }

    @Test
    void answers503WhenTheServerFreezes() throws Exception {
        nats.server().pause();

        assertProblem(gateway.post("/v1/guard/input", HELLO), 503, "queue_unavailable");

        nats.server().resume();
        assertThat(inFlight()).isZero();
    }

    @Test
    void refusesAtOnceBeyondTheBound() throws Exception {
        restart("--vigil.api.max-in-flight=2");
        var decide = new CountDownLatch(1);
        try (var pipeline = new PlayedPipeline(broker, submission -> {
            awaitUninterruptibly(decide);
            return PlayedPipeline.allow(submission);
        })) {
            var open =
                    List.of(gateway.postAsync("/v1/guard/input", HELLO), gateway.postAsync("/v1/guard/input", HELLO));
            Eventually.withinSeconds(5).becomes("in flight", 2.0, this::inFlight);

            Exchange refused = gateway.post("/v1/guard/input", HELLO);

            assertProblem(refused, 503, "overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            decide.countDown();
            assertThat(open)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(pipeline.seen()).hasSize(2);
        }
    }

    @Test
    void finishesOpenRequestsWhenItIsStopped() throws Exception {
        var decide = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        try (var pipeline = new PlayedPipeline(broker, submission -> {
            awaitUninterruptibly(decide);
            return PlayedPipeline.allow(submission);
        })) {
            var answer = gateway.postAsync("/v1/guard/input", HELLO);
            Eventually.withinSeconds(5)
                    .becomes("taken", 1, () -> pipeline.seen().size());

            var stopped = CompletableFuture.runAsync(() -> {
                stopping.countDown();
                gateway.context().close();
            });
            stopping.await();
            decide.countDown();

            assertThat(answer.join().statusCode()).isEqualTo(200);
            stopped.join();
        }
    }

    @Test
    void leavesNothingStuckWhenItIsRestartedUnderLoad() throws Exception {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try (var pipeline = new PlayedPipeline(broker, PlayedPipeline::allow)) {
            for (int i = 0; i < 300; i++) {
                answers.add(gateway.postAsync("/v1/guard/input", HELLO));
            }
            gateway.context().close();
            Gateway successor = Gateway.start(nats.url());
            try {
                assertThat(successor.post("/v1/guard/input", HELLO).status()).isEqualTo(200);
            } finally {
                successor.close();
            }
            assertThat(answers).allSatisfy(answer -> assertThat(outcome(answer)).isIn(200, 503, 0));
            Eventually.withinSeconds(10).becomes("queued", 0L, this::queued);
            assertThat(pipeline.seen()).isNotEmpty();
        }
    }

    private void restart(String... arguments) {
        gateway.close();
        gateway = Gateway.start(nats.url(), arguments);
    }

    /** Status, or 0 where the connection broke. */
    private static int outcome(CompletableFuture<HttpResponse<String>> answer) {
        try {
            return answer.join().statusCode();
        } catch (CompletionException broken) {
            return 0;
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void limitQueueTo(long messages) throws Exception {
        var management = broker.jetStreamManagement();
        var configuration = management.getStreamInfo(Streams.VIGIL).getConfiguration();
        management.updateStream(io.nats.client.api.StreamConfiguration.builder(configuration)
                .maxMessages(messages)
                .build());
    }

    private long queued() throws Exception {
        return broker.jetStreamManagement()
                .getStreamInfo(Streams.VIGIL)
                .getStreamState()
                .getMsgCount();
    }

    private double inFlight() {
        return gateway.context()
                .getBean(MeterRegistry.class)
                .get(AskMeters.IN_FLIGHT)
                .gauge()
                .value();
    }

    private static void assertProblem(Exchange exchange, int status, String code) {
        assertThat(exchange.status()).as(exchange.body()).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(exchange.text("code")).isEqualTo(code);
    }
}
