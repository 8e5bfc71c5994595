package io.vigil.autoconfigure;

import io.nats.client.Connection;
import io.vigil.topology.Streams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the process is connected and the work queue answers. */
final class BrokerHealth implements HealthIndicator {

    private final Connection connection;

    BrokerHealth(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return Health.down()
                    .withDetail("connection", connection.getStatus().name())
                    .build();
        }
        try {
            var state = connection
                    .jetStreamManagement()
                    .getStreamInfo(Streams.VIGIL)
                    .getStreamState();
            return Health.up()
                    .withDetail("server", connection.getServerInfo().getVersion())
                    .withDetail("queued", state.getMsgCount())
                    .build();
        } catch (Exception e) {
            return Health.down().withDetail("stream", "does not answer").build();
        }
    }
}
