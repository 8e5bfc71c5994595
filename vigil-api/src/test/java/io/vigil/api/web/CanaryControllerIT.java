package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.canary.Canary;
import io.vigil.testkit.NatsServerExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CanaryControllerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start(nats.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void issuesANewCanaryEachTime() throws Exception {
        Exchange first = gateway.post("/v1/canary", "");
        Exchange second = gateway.post("/v1/canary", "");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new Canary(first.text("canary"))).isNotEqualTo(new Canary(second.text("canary")));
    }
}
