package io.vigil.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.connection.StreamPublisher;
import io.vigil.publicevent.PublicEvents;
import io.vigil.topology.Provisioner;
import io.vigil.wire.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Public events, for whatever service has something to tell. */
@AutoConfiguration(after = VigilConnectionAutoConfiguration.class)
public class VigilEventsAutoConfiguration {

    @Bean
    PublicEvents publicEvents(
            StreamPublisher publisher,
            @Value("${spring.application.name}") String service,
            MeterRegistry meters,
            Provisioner provisionedFirst) {
        return new PublicEvents(publisher, Json.mapper(), service, meters);
    }
}
