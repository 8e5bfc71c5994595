package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NatsClusterIT {

    @RegisterExtension
    static final NatsClusterExtension nats = NatsClusterExtension.create();

    @Test
    void electsAnotherLeaderWhenOneIsKilled() throws Exception {
        Connection connection = Nats.connect(
                new Options.Builder().servers(nats.url().split(",", -1)).build());
        try {
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name("ORDERS")
                            .subjects("orders.>")
                            .replicas(3)
                            .build());
            connection.jetStream().publish("orders.new", new byte[] {1});

            NatsServer killed = nats.cluster().killLeaderOf("ORDERS");
            assertThat(nats.cluster().leaderOf("ORDERS")).isNotSameAs(killed);

            killed.restart();
            Eventually.withinSeconds(30)
                    .becomes(
                            "messages",
                            1L,
                            () -> connection
                                    .jetStreamManagement()
                                    .getStreamInfo("ORDERS")
                                    .getStreamState()
                                    .getMsgCount());
        } finally {
            connection.close();
        }
    }
}
