package io.vigil.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.telemetry.QueueAge;
import io.vigil.topology.Consumers;
import io.vigil.topology.Provisioner;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The age of every stage's queue, in the one service that may read them all. */
@AutoConfiguration(after = VigilConnectionAutoConfiguration.class)
@ConditionalOnProperty(name = "vigil.queue-age", havingValue = "true")
public class VigilQueueAgeAutoConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    QueueAge queueAge(Connection connection, InstantSource clock, MeterRegistry meters, Provisioner provisionedFirst) {
        return new QueueAge(connection, Consumers.all(), clock, meters);
    }
}
