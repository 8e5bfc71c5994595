package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class HealthControllerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static PlayedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        pipeline = new PlayedPipeline(nats.connect(), PlayedPipeline::allow);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        gateway.close();
    }

    @Test
    void isAlive() throws Exception {
        assertThat(gateway.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(gateway.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void showsStreamsConsumersAndDeadLetters() throws Exception {
        nats.connect().jetStream().publish("vigil.dlq.detection-worker.vigil.guard.input", new byte[0]);

        Exchange exchange = gateway.get("/health/nats");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.text("status")).isEqualTo("UP");
        assertThat(exchange.json().path("streams").findValuesAsString("name")).contains("VIGIL", "VIGIL_DLQ");
        assertThat(exchange.json().path("dead_letters").asInt()).isEqualTo(1);
        JsonNode consumer = Eventually.withinSeconds(5)
                .satisfies(
                        "consumer with an open pull",
                        () -> gateway.get("/health/nats")
                                .json()
                                .path("consumers")
                                .path(0),
                        state -> state.path("waiting").asInt() > 0);
        assertThat(consumer.path("name").asString()).isEqualTo("detection-worker");
        assertThat(consumer.propertyNames())
                .containsExactlyInAnyOrder("name", "pending", "ack_pending", "redelivered", "waiting");
    }

    @Test
    void publishesMeters() throws Exception {
        gateway.post("/v1/guard/input", "{}");
        gateway.post("/v1/guard/input", "{\"text\":\"hello\"}");

        assertThat(gateway.get("/actuator/prometheus").body())
                .contains("vigil_api_request_duration_seconds_count{outcome=\"answered\",reason=\"allow\"} 1")
                .contains("vigil_api_in_flight 0.0");
    }
}
