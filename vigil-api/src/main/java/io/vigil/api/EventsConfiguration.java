package io.vigil.api;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.api.ask.ServiceTimer;
import io.vigil.api.events.EraseTrail;
import io.vigil.api.events.EventsLog;
import io.vigil.api.events.QuestionReader;
import io.vigil.audit.AuditTrail;
import io.vigil.wire.MessageCodec;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What reads the event log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
class EventsConfiguration {

    @Bean
    EventsLog eventsLog(
            Connection connection,
            EventsProperties settings,
            RateProperties rates,
            MeterRegistry meters,
            MessageCodec codec) {
        var timer = new ServiceTimer(meters, ServiceTimer.EVENTS);
        return new EventsLog(ApiConfiguration.serviceAsker(connection, settings.limits(), rates, timer, codec));
    }

    @Bean
    EraseTrail eraseTrail(AuditTrail trail, JsonMapper mapper, InstantSource clock) {
        return new EraseTrail(
                trail, mapper, clock, () -> UuidCreator.getTimeOrderedEpoch().toString());
    }

    @Bean
    QuestionReader questionReader(JsonMapper mapper, MessageCodec codec) {
        return new QuestionReader(mapper, codec);
    }
}
