package io.vigil.api.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.telemetry.Meters;
import java.util.List;

/** Meters of the rate limits. */
public final class RateMeters {

    /** What was refused. Tag: unit. */
    public static final String REFUSED = "vigil.api.rate.refused";

    /** 1 while this gateway counts alone because Redis does not answer. */
    public static final String ALONE = "vigil.api.rate.alone";

    private final MeterRegistry registry;

    public RateMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** All of them, for the documentation. */
    public static List<Meters.Description> all() {
        return List.of(
                new Meters.Description(REFUSED, "counter", List.of("unit"), "Requests refused by a rate limit"),
                new Meters.Description(
                        ALONE, "gauge", List.of(), "1 while this gateway counts alone, as Redis does not answer"));
    }

    void watch(SharedBuckets buckets) {
        Gauge.builder(ALONE, buckets, both -> both.alone() ? 1 : 0)
                .description("1 while this gateway counts alone")
                .register(registry);
    }

    void refused(Unit unit) {
        Counter.builder(REFUSED)
                .description("Requests refused by a rate limit")
                .tag("unit", unit.label())
                .register(registry)
                .increment();
    }
}
