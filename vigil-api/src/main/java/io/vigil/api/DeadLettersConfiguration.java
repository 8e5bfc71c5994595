package io.vigil.api;

import com.github.f4b6a3.uuid.UuidCreator;
import io.nats.client.Connection;
import io.vigil.api.deadletters.LetterAudit;
import io.vigil.api.deadletters.LetterDesk;
import io.vigil.api.deadletters.LetterRounds;
import io.vigil.audit.AuditTrail;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.DeadLetterQueue;
import io.vigil.deadletter.LetterSearch;
import io.vigil.publicevent.PublicEvents;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway needs for dead letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadLettersProperties.class)
class DeadLettersConfiguration {

    @Bean
    DeadLetterQueue deadLetterQueue(Connection connection, StreamPublisher publisher) {
        return new DeadLetterQueue(connection, publisher);
    }

    @Bean
    LetterSearch letterSearch(Connection connection) {
        return new LetterSearch(connection);
    }

    @Bean
    LetterDesk letterDesk(DeadLetterQueue queue, LetterSearch search, DeadLettersProperties settings) {
        return new LetterDesk(queue, search, settings.parkAfter());
    }

    @Bean
    LetterRounds letterRounds(
            DeadLetterQueue queue,
            LetterSearch search,
            LetterDesk desk,
            AuditTrail trail,
            PublicEvents events,
            JsonMapper mapper,
            InstantSource clock) {
        var audit = new LetterAudit(
                trail,
                events,
                mapper,
                clock,
                () -> UuidCreator.getTimeOrderedEpoch().toString());
        return new LetterRounds(queue, search, desk, audit);
    }
}
