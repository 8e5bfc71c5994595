package io.vigil.api;

import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.RequestIds;
import io.vigil.api.clients.BatchCheck;
import io.vigil.api.clients.ClientCheck;
import io.vigil.api.clients.GuardrailCheck;
import io.vigil.api.clients.TextChecks;
import io.vigil.api.web.BodyBudget;
import io.vigil.api.web.BodyLimit;
import io.vigil.api.web.ClientLimits;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What serves the clients of the v1 API that exist already. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientsProperties.class)
class ClientsConfiguration {

    @Bean
    ClientLimits clientLimits(ClientsProperties settings) {
        return new ClientLimits(
                new BodyLimit(settings.maxBody()),
                new BodyLimit(settings.maxBatchBody()),
                new BodyBudget(settings.bodyBudget(), settings.maxBatchBody()));
    }

    @Bean
    TextChecks textChecks(GuardCheck guard, RequestIds ids, InstantSource clock, ClientsProperties settings) {
        return new TextChecks(guard, ids, clock, settings.parallel());
    }

    @Bean
    ClientCheck clientCheck(TextChecks checks) {
        return new ClientCheck(checks);
    }

    @Bean
    BatchCheck batchCheck(TextChecks checks) {
        return new BatchCheck(checks);
    }

    @Bean
    GuardrailCheck guardrailCheck(TextChecks checks) {
        return new GuardrailCheck(checks);
    }
}
