package io.vigil.api;

import io.vigil.api.access.RateLimits;
import io.vigil.api.limits.RateRules;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much callers may send. Whoever calls without a key is not limited: such a gateway serves one machine.
 *
 * @param redisUrl where buckets are kept for all gateways, e.g. {@code redis://host:6379}; empty: each gateway counts for itself
 * @param redisTimeout longest wait of a request for Redis, 1ms to 1s; then this gateway counts for itself
 * @param key limits of every key that has none of its own
 * @param tenant limits of every tenant, all its keys together
 * @param tenants limits of tenants by name, instead
 * @param tenantShare part of {@code vigil.api.max-in-flight} that one tenant may have while others are present, 0.01 to 1
 */
@Validated
@ConfigurationProperties("vigil.api.rate")
public record RateProperties(
        @DefaultValue("") String redisUrl,
        @DefaultValue("50ms") Duration redisTimeout,
        @DefaultValue Bounds key,
        @DefaultValue Bounds tenant,
        @DefaultValue Map<String, Bounds> tenants,
        @DefaultValue("0.5") double tenantShare) {

    public RateProperties {
        tenants = Map.copyOf(tenants);
        if (!(tenantShare >= 0.01 && tenantShare <= 1)) {
            throw new IllegalArgumentException("vigil.api.rate.tenant-share must be 0.01 to 1, but is " + tenantShare);
        }
        if (redisTimeout.toNanos() < 1_000_000 || redisTimeout.toMillis() > 1000) {
            throw new IllegalArgumentException(
                    "vigil.api.rate.redis-timeout must be 1ms to 1s, but is " + redisTimeout);
        }
    }

    /**
     * Limits of a key or a tenant; 0 is none.
     *
     * @param requestsPerMinute requests in the long run, 0 to 10000000
     * @param requestBurst requests at once; 0 is as many as in a minute
     * @param charactersPerMinute characters of bodies in the long run, 0 to 10000000000
     * @param characterBurst characters at once; 0 is as many as in a minute
     */
    public record Bounds(
            @DefaultValue("0") long requestsPerMinute,
            @DefaultValue("0") long requestBurst,
            @DefaultValue("0") long charactersPerMinute,
            @DefaultValue("0") long characterBurst) {

        public Bounds {
            // Refuses what is out of range while the settings are read.
            var _ = new RateLimits(requestsPerMinute, requestBurst, charactersPerMinute, characterBurst);
        }

        RateLimits limits() {
            return new RateLimits(requestsPerMinute, requestBurst, charactersPerMinute, characterBurst);
        }
    }

    RateRules rules() {
        return new RateRules(
                key.limits(),
                tenant.limits(),
                tenants.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().limits())));
    }
}
