package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.timeout=30s");
        connection = Nats.connect(nats.url());
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        gateway.close();
    }

    private static Exchange post(String path, String key, String text) throws Exception {
        return gateway.send(gateway.json(path, "{\"text\":\"" + text + "\"}")
                .header("Idempotency-Key", key)
                .build());
    }

    @Test
    void answersARepeatedRequestFromTheFirst() throws Exception {
        try (var pipeline = new PlayedPipeline(connection, PlayedPipeline::allow)) {
            Exchange first = post("/v1/guard/input", "k-1", "hello");
            Exchange second = post("/v1/guard/input", "k-1", "hello");

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(pipeline.seen()).hasSize(1);
        }
    }

    @Test
    void refusesTheKeyForAnotherBodyAndForAnotherPath() throws Exception {
        try (var _ = new PlayedPipeline(connection, PlayedPipeline::allow)) {
            assertThat(post("/v1/guard/input", "k-2", "hello").status()).isEqualTo(200);
            Exchange other = post("/v1/guard/input", "k-2", "other");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.text("code")).isEqualTo("idempotency_mismatch");
            assertThat(post("/v1/guard/output", "k-2", "hello").status()).isEqualTo(422);
        }
    }

    @Test
    void saysWhereTheFirstIsStillWorkedOn() throws Exception {
        var taken = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var _ = new PlayedPipeline(connection, submission -> {
            taken.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return PlayedPipeline.allow(submission);
        })) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = threads.submit(() -> post("/v1/analyze", "k-3", "slow"));
                assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
                Exchange second = post("/v1/analyze", "k-3", "slow");
                assertThat(second.status()).isEqualTo(409);
                assertThat(second.text("code")).isEqualTo("idempotency_in_flight");
                answer.countDown();
                assertThat(first.get().status()).isEqualTo(200);
            }
            assertThat(post("/v1/analyze", "k-3", "slow").header("Idempotency-Replayed"))
                    .isEqualTo("true");
        }
    }

    @Test
    void keepsNoFailure() throws Exception {
        assertThat(post("/v1/guard/input", "k-4", " ").status()).isEqualTo(400);
        try (var _ = new PlayedPipeline(connection, PlayedPipeline::allow)) {
            assertThat(post("/v1/guard/input", "k-4", "mended").status()).isEqualTo(200);
        }
    }

    @Test
    void acceptsAsynchronousWorkOnce() throws Exception {
        Exchange first = post("/v1/analyze/async", "k-5", "later");
        Exchange second = post("/v1/analyze/async", "k-5", "later");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("requestId")).isEqualTo(first.text("requestId"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesWhatIsNoKey() throws Exception {
        assertThat(post("/v1/guard/input", "two words", "x").status()).isEqualTo(400);
        assertThat(post("/v1/guard/input", "k".repeat(256), "x").status()).isEqualTo(400);
    }

    @Test
    void looksAtNoOtherHeader() throws Exception {
        try (var pipeline = new PlayedPipeline(connection, PlayedPipeline::allow)) {
            for (int i = 0; i < 2; i++) {
                var _ = gateway.send(gateway.json("/v1/guard/input", "{\"text\":\"x\"}")
                        .header("X-Idempotency-Key", "k-6")
                        .build());
            }
            Eventually.withinSeconds(10).isTrue("both", () -> pipeline.seen().size() == 2);
        }
    }
}
