package io.vigil.arbiter.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.message.BranchReport;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Direction;
import io.vigil.telemetry.Meters;
import java.util.List;
import java.util.Locale;

/** Counts decisions and what the branches said. A decision that is made again after a crash is counted again. */
public final class ArbiterMeters {

    /** Decisions. Tags: decision, direction, degraded (whether any engine should have run and could not). */
    public static final String DECISIONS = "vigil.arbiter.decisions";

    /** Reports of branches. Tags: branch, status (scored, degraded, skipped). */
    public static final String BRANCHES = "vigil.arbiter.branches";

    /** Decisions about texts with personal data. */
    public static final String PII = "vigil.arbiter.pii.decisions";

    private final MeterRegistry registry;
    private final Counter pii;

    public ArbiterMeters(MeterRegistry registry) {
        this.registry = registry;
        this.pii = registry.counter(PII);
    }

    /** All of them, for the documentation. */
    public static List<Meters.Description> all() {
        return List.of(
                new Meters.Description(DECISIONS, "counter", List.of("decision", "direction", "degraded"), "Decisions"),
                new Meters.Description(BRANCHES, "counter", List.of("branch", "status"), "Reports of branches"),
                new Meters.Description(PII, "counter", List.of(), "Decisions about texts with personal data"));
    }

    void decided(DecisionEvent event) {
        Direction direction = event.direction();
        registry.counter(
                        DECISIONS,
                        "decision",
                        event.outcome().toLowerCase(Locale.ROOT),
                        "direction",
                        direction == null ? "unknown" : direction.name().toLowerCase(Locale.ROOT),
                        "degraded",
                        String.valueOf(!event.degraded().isEmpty()))
                .increment();
        for (BranchReport report : event.branches()) {
            registry.counter(BRANCHES, "branch", report.branch().wireName(), "status", status(report))
                    .increment();
        }
        if (event.piiCount() > 0) {
            pii.increment();
        }
    }

    private static String status(BranchReport report) {
        return switch (report) {
            case BranchReport.Scored ignored -> "scored";
            case BranchReport.Degraded ignored -> "degraded";
            case BranchReport.Skipped ignored -> "skipped";
        };
    }
}
