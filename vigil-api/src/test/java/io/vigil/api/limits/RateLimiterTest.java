package io.vigil.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.api.access.Caller;
import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final RateLimits TEN = new RateLimits(60, 10, 6000, 1000);

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private RateLimiter limiter(RateLimits key, RateLimits tenant, Map<String, RateLimits> tenants) {
        var clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        return RateLimiter.local(new RateRules(key, tenant, tenants), clock, new RateMeters(meters));
    }

    private static Caller caller(String key, String tenant, RateLimits limits) {
        return new Caller(key, tenant, Set.of(Scope.GUARD), limits);
    }

    private static boolean granted(RateVerdict verdict) {
        return !(verdict instanceof RateVerdict.Limited(boolean granted, var state)) || granted;
    }

    private static RateVerdict.State state(RateVerdict verdict) {
        return ((RateVerdict.Limited) verdict).state();
    }

    @Test
    void boundsNobodyByDefault() {
        try (var limiter = limiter(RateLimits.NONE, RateLimits.NONE, Map.of())) {
            assertThat(limiter.charge(caller("k", "acme", RateLimits.NONE), Unit.REQUESTS, 1))
                    .isEqualTo(new RateVerdict.Unlimited());
        }
    }

    @Test
    void allowsABurstAndThenTheSustainedRate() {
        try (var limiter = limiter(TEN, RateLimits.NONE, Map.of())) {
            var caller = caller("k", "", RateLimits.NONE);
            for (int i = 0; i < 10; i++) {
                assertThat(granted(limiter.charge(caller, Unit.REQUESTS, 1))).isTrue();
            }
            RateVerdict refused = limiter.charge(caller, Unit.REQUESTS, 1);
            assertThat(granted(refused)).isFalse();
            assertThat(state(refused).retryAfter()).isEqualTo(1);
            assertThat(state(refused).policies()).isEqualTo("\"key-requests\";q=10;w=10");
            assertThat(state(refused).current()).isEqualTo("\"key-requests\";r=0;t=10");
            assertThat(meters.get(RateMeters.REFUSED).counter().count()).isEqualTo(1);

            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(granted(limiter.charge(caller, Unit.REQUESTS, 1))).isTrue();
            assertThat(granted(limiter.charge(caller, Unit.REQUESTS, 1))).isFalse();
        }
    }

    @Test
    void countsTheKeysOfATenantTogether() {
        try (var limiter = limiter(RateLimits.NONE, new RateLimits(2, 0, 0, 0), Map.of())) {
            assertThat(granted(limiter.charge(caller("k1", "acme", RateLimits.NONE), Unit.REQUESTS, 1)))
                    .isTrue();
            assertThat(granted(limiter.charge(caller("k2", "acme", RateLimits.NONE), Unit.REQUESTS, 1)))
                    .isTrue();
            assertThat(granted(limiter.charge(caller("k3", "acme", RateLimits.NONE), Unit.REQUESTS, 1)))
                    .isFalse();
            assertThat(granted(limiter.charge(caller("k4", "globex", RateLimits.NONE), Unit.REQUESTS, 1)))
                    .isTrue();
        }
    }

    @Test
    void prefersWhatTheKeyAndTheNamedTenantSay() {
        var rules = new RateRules(TEN, TEN, Map.of("acme", new RateLimits(7, 0, 0, 0)));

        assertThat(rules.bucketsOf(caller("k", "acme", new RateLimits(3, 4, 0, 0)), Unit.REQUESTS))
                .containsExactly(
                        new BucketSpec("key", "k", Unit.REQUESTS, 3, 4),
                        new BucketSpec("tenant", "acme", Unit.REQUESTS, 7, 7));
        assertThat(rules.bucketsOf(caller("k", "acme", RateLimits.NONE), Unit.CHARACTERS))
                .containsExactly(new BucketSpec("key", "k", Unit.CHARACTERS, 6000, 1000));
        assertThat(rules.bucketsOf(Caller.ANONYMOUS, Unit.REQUESTS)).isEmpty();
    }

    @Test
    void chargesNoMoreThanABucketHolds() {
        try (var limiter = limiter(TEN, RateLimits.NONE, Map.of())) {
            var caller = caller("k", "", RateLimits.NONE);
            assertThat(granted(limiter.charge(caller, Unit.CHARACTERS, 50_000))).isTrue();
            assertThat(granted(limiter.charge(caller, Unit.CHARACTERS, 1))).isFalse();
        }
    }

    @Test
    void refusesBoundsOutOfRange() {
        assertThatThrownBy(() -> new RateLimits(-1, 0, 0, 0)).hasMessageContaining("requests_per_minute");
        assertThatThrownBy(() -> new RateLimits(0, 0, 0, 10_000_000_001L)).hasMessageContaining("character_burst");
    }
}
