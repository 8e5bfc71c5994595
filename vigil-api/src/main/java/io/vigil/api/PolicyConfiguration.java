package io.vigil.api;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.api.ask.ServiceTimer;
import io.vigil.api.patterns.PatternsDesk;
import io.vigil.api.policy.ChangeLedger;
import io.vigil.api.policy.LoggedDecisions;
import io.vigil.api.policy.PolicyDesk;
import io.vigil.api.policy.PolicyReader;
import io.vigil.api.policy.PolicyReplay;
import io.vigil.api.policy.PolicySchema;
import io.vigil.audit.AuditSearch;
import io.vigil.audit.AuditTrail;
import io.vigil.liveconfig.ConfigDocuments;
import io.vigil.publicevent.PublicEvents;
import io.vigil.topology.Provisioner;
import io.vigil.topology.Streams;
import io.vigil.wire.MessageCodec;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway needs for the policy. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicySchema policySchema() {
        return new PolicySchema();
    }

    @Bean
    PolicyReplay policyReplay(
            Connection connection,
            ApiProperties settings,
            RateProperties rates,
            MeterRegistry meters,
            MessageCodec codec) {
        return new LoggedDecisions(ApiConfiguration.serviceAsker(
                connection, settings.piiLimits(), rates, new ServiceTimer(meters, ServiceTimer.EVENTS), codec));
    }

    @Bean
    ChangeLedger changeLedger(
            Connection connection, AuditTrail trail, PublicEvents events, JsonMapper mapper, InstantSource clock) {
        return new ChangeLedger(
                trail,
                new AuditSearch(connection, mapper),
                events,
                clock,
                () -> UuidCreator.getTimeOrderedEpoch().toString());
    }

    @Bean
    PolicyDesk policyDesk(
            Connection connection,
            PolicySchema schema,
            PolicyReplay replay,
            ChangeLedger ledger,
            Provisioner provisionedFirst) {
        return new PolicyDesk(
                new ConfigDocuments(connection, Streams.CONFIG_BUCKET), new PolicyReader(schema), replay, ledger);
    }

    @Bean
    PatternsDesk patternsDesk(
            Connection connection,
            ApiProperties settings,
            RateProperties rates,
            MeterRegistry meters,
            MessageCodec codec,
            ChangeLedger ledger,
            Provisioner provisionedFirst) {
        var timer = new ServiceTimer(meters, ServiceTimer.PATTERNS);
        var asker = ApiConfiguration.serviceAsker(connection, settings.piiLimits(), rates, timer, codec);
        return new PatternsDesk(new ConfigDocuments(connection, Streams.PATTERNS_BUCKET), asker, ledger);
    }
}
