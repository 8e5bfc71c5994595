package io.vigil.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.vigil.delivery.Outcome;
import io.vigil.message.Submission;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Consumers;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.worker.Stage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service that declares a stage gets everything else. */
class VigilAutoConfigurationIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create();

    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final AtomicReference<Connection> OPENED = new AtomicReference<>();
    private static final CountDownLatch FINISH = new CountDownLatch(1);

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class OneStage {
        @Bean
        Stage<Submission> stage() {
            return new Stage<>("detection", Consumers.DETECTION, Submission.class, (message, envelope) -> {
                if (message.text().equals("slow")) {
                    STARTED.countDown();
                    FINISH.await(20, TimeUnit.SECONDS);
                }
                return Outcome.done();
            });
        }
    }

    private static ConfigurableApplicationContext run(String... more) {
        var args = new String[more.length + 2];
        args[0] = "--server.port=0";
        args[1] = "--vigil.nats.servers=" + NATS.url();
        System.arraycopy(more, 0, args, 2, more.length);
        return VigilService.run(OneStage.class, "test-worker", args);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String path) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class FailsAfterConnecting {
        @Bean
        Stage<Submission> stage(Connection connection) {
            OPENED.set(connection);
            throw new IllegalArgumentException("a setting does not do");
        }
    }

    @Test
    void closesTheConnectionWhereTheStartFails() {
        assertThatThrownBy(() -> VigilService.run(
                        FailsAfterConnecting.class,
                        "test-worker",
                        "--server.port=0",
                        "--vigil.nats.servers=" + NATS.url()))
                .hasRootCauseMessage("a setting does not do");

        assertThat(OPENED.get().getStatus()).isEqualTo(Connection.Status.CLOSED);
    }

    @Test
    void isReadyWhenTheStagePullsAndShowsItsMeters() throws Exception {
        try (var service = run();
                var connection = NATS.connect()) {
            Eventually.withinSeconds(10)
                    .becomes(
                            "readiness",
                            200,
                            () -> get(service, "/actuator/health/readiness").statusCode());
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);

            connection.jetStream().publish(Subjects.GUARD_INPUT, "{\"text\":\"hello\"}".getBytes(UTF_8));

            Eventually.withinSeconds(10)
                    .isTrue(
                            "meters show the work",
                            () -> get(service, "/actuator/prometheus")
                                    .body()
                                    .contains(
                                            "vigil_stage_duration_seconds_count{outcome=\"done\",stage=\"detection\"} 1"));
            assertThat(get(service, "/actuator/prometheus").body())
                    .contains("vigil_consumer_pending", "vigil_dlq_messages", "vigil_stage_in_flight");
        }
    }

    @Test
    void isNotReadyWhileTheServerIsAwayAndRecovers() throws Exception {
        try (var service = run()) {
            Eventually.withinSeconds(10)
                    .becomes(
                            "readiness",
                            200,
                            () -> get(service, "/actuator/health/readiness").statusCode());

            NATS.server().kill();
            Eventually.withinSeconds(15)
                    .becomes(
                            "readiness",
                            503,
                            () -> get(service, "/actuator/health/readiness").statusCode());
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);

            NATS.server().restart();
            Eventually.withinSeconds(30)
                    .becomes(
                            "readiness",
                            200,
                            () -> get(service, "/actuator/health/readiness").statusCode());
        }
    }

    @Test
    void drainsBeforeItStops() throws Exception {
        var service = run();
        try (var connection = NATS.connect()) {
            connection.jetStream().publish(Subjects.GUARD_INPUT, "{\"text\":\"slow\"}".getBytes(UTF_8));
            assertThat(STARTED.await(20, TimeUnit.SECONDS)).isTrue();

            var stop = Thread.ofVirtual().start(service::close);
            FINISH.countDown();
            stop.join(Duration.ofSeconds(30));

            assertThat(stop.isAlive()).isFalse();
            var info = connection.jetStreamManagement().getConsumerInfo(Streams.VIGIL, "detection-worker");
            assertThat(info.getNumAckPending()).isZero();
            assertThat(info.getNumPending()).isZero();
        }
    }

    @Test
    void refusesABadSettingNamingTheKeyAndTheRange() {
        assertThatThrownBy(() -> run("--vigil.worker.max-in-flight=0"))
                .hasStackTraceContaining("vigil.worker.max-in-flight must be 1 to 10000, but is 0");
    }
}
