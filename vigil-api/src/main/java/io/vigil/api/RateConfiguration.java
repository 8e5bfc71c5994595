package io.vigil.api;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.api.limits.RateLimiter;
import io.vigil.api.limits.RateMeters;
import io.vigil.api.web.Problems;
import io.vigil.api.web.RateGate;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much callers may send. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateProperties.class)
class RateConfiguration {

    @Bean
    RateLimiter rateLimiter(RateProperties settings, MeterRegistry registry) {
        var meters = new RateMeters(registry);
        return settings.redisUrl().isEmpty()
                ? RateLimiter.local(settings.rules(), TimeMeter.SYSTEM_MILLISECONDS, meters)
                : RateLimiter.shared(
                        settings.rules(),
                        new RateLimiter.Redis(settings.redisUrl(), settings.redisTimeout()),
                        TimeMeter.SYSTEM_MILLISECONDS,
                        meters);
    }

    @Bean
    RateGate rateGate(RateLimiter limiter, Problems problems, InstantSource clock) {
        return new RateGate(limiter, problems, clock);
    }
}
