package io.vigil.api;

import io.nats.client.Connection;
import io.vigil.api.clients.TextChecks;
import io.vigil.api.clients.WebhookCheck;
import io.vigil.api.extension.Bootstrap;
import io.vigil.api.extension.BucketBootstrap;
import io.vigil.api.web.ExtensionCors;
import io.vigil.api.web.ExtensionGate;
import io.vigil.api.web.ExtensionSettings;
import io.vigil.topology.TopologyProperties;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

/** What serves the browser extension. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExtensionProperties.class)
class ExtensionConfiguration {

    @Bean
    WebhookCheck webhookCheck(TextChecks checks, InstantSource clock) {
        return new WebhookCheck(checks, clock);
    }

    @Bean
    ExtensionGate extensionGate(ExtensionProperties settings) {
        return ExtensionGate.of(settings.webhookHeader(), settings.token());
    }

    @Bean
    ExtensionSettings extensionSettings(ExtensionProperties settings) {
        return new ExtensionSettings(settings.enabled(), settings.webhookUrl(), settings.token());
    }

    @Bean
    Bootstrap extensionBootstrap(
            ExtensionProperties settings, Connection connection, TopologyProperties topology, InstantSource clock)
            throws IOException {
        return settings.bootstrapToken().isEmpty()
                ? Bootstrap.none()
                : BucketBootstrap.open(
                        connection, settings.bootstrapToken(), settings.bootstrapTtl(), topology.replicas(), clock);
    }

    /** Answers a browser's questions whether it may call; after the naming of requests and before anything asks for a key. */
    @Bean
    FilterRegistrationBean<CorsFilter> extensionCors(ExtensionProperties settings) {
        var registration = new FilterRegistrationBean<>(
                ExtensionCors.filter(settings.ids(), settings.origins(), settings.webhookHeader()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
