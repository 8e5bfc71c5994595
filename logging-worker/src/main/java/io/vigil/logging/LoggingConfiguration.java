package io.vigil.logging;

import com.clickhouse.client.api.Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.delivery.Outcome;
import io.vigil.logging.announcing.AnnouncingStage;
import io.vigil.logging.announcing.PublicEventProperties;
import io.vigil.logging.clickhouse.ClickHouseClients;
import io.vigil.logging.clickhouse.ClickHouseProperties;
import io.vigil.logging.clickhouse.EventErasure;
import io.vigil.logging.clickhouse.EventStore;
import io.vigil.logging.clickhouse.LoggingMeters;
import io.vigil.message.DecisionEvent;
import io.vigil.publicevent.PublicEvents;
import io.vigil.topology.Consumers;
import io.vigil.worker.BatchCollector;
import io.vigil.worker.Stage;
import io.vigil.worker.WorkerProperties;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The logging worker's beans. */
@Configuration(proxyBeanMethods = false)
public class LoggingConfiguration {

    private static final String STAGE = "logging";

    /** With {@code vigil.noop}: takes events and stores nothing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "vigil.noop", havingValue = "true")
    static class Empty {

        @Bean
        Stage<DecisionEvent> loggingStage() {
            return new Stage<>(STAGE, Consumers.LOGGING, DecisionEvent.class, (event, envelope) -> Outcome.done());
        }
    }

    /** Stores events in ClickHouse. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "vigil.noop", havingValue = "false", matchIfMissing = true)
    @EnableConfigurationProperties({LoggingProperties.class, ClickHouseProperties.class, PublicEventProperties.class})
    static class Storing {

        @Bean(destroyMethod = "close")
        Client clickHouse(ClickHouseProperties properties) {
            return ClickHouseClients.open(properties);
        }

        @Bean
        LoggingMeters loggingMeters(MeterRegistry registry) {
            return new LoggingMeters(registry);
        }

        @Bean(destroyMethod = "stop")
        EventStore eventStore(Client client, ClickHouseProperties properties, LoggingMeters meters) {
            var store = new EventStore(client, properties, meters);
            var _ = Thread.ofVirtual().name("event-schema").start(() -> prepare(store));
            return store;
        }

        @Bean(destroyMethod = "close")
        BatchCollector<DecisionEvent> eventBatches(
                EventStore store,
                LoggingMeters meters,
                LoggingProperties properties,
                WorkerProperties worker,
                InstantSource clock) {
            var stage = new LoggingStage(store, meters, properties.storeRawText(), clock);
            return new BatchCollector<>(STAGE, stage, properties.batches(worker.maxInFlight())).start();
        }

        @Bean
        Stage<DecisionEvent> loggingStage(
                BatchCollector<DecisionEvent> batches, PublicEvents events, PublicEventProperties properties) {
            var stage = new AnnouncingStage(events, properties, batches);
            return new Stage<>(STAGE, Consumers.LOGGING, DecisionEvent.class, stage);
        }

        @Bean
        EventErasure eventErasure(Client client, ClickHouseProperties properties) {
            return new EventErasure(client, properties);
        }

        /** Not part of readiness: while ClickHouse is away events wait in the stream, and nobody else notices. */
        @Bean
        HealthIndicator clickhouseHealthIndicator(Client client, ClickHouseProperties properties) {
            return () -> {
                boolean there = client.ping(properties.connectTimeout().toMillis());
                return (there ? Health.up() : Health.status("DEGRADED").withDetail("events", "wait in the stream"))
                        .withDetail("database", properties.database())
                        .build();
            };
        }

        private static void prepare(EventStore store) {
            try {
                store.prepare();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
