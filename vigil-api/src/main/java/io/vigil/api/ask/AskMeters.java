package io.vigil.api.ask;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigil.telemetry.Meters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The gateway's meters. */
public final class AskMeters {

    /** Time from question to result, in seconds; its count is the number of requests. Tags: outcome, reason. */
    public static final String DURATION = "vigil.api.request.duration";

    /** Questions that wait for a decision. */
    public static final String IN_FLIGHT = "vigil.api.in.flight";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final ConcurrentHashMap<Tags, Timer> timers = new ConcurrentHashMap<>();

    public AskMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** All of them, for the documentation. */
    public static List<Meters.Description> all() {
        var all = new ArrayList<>(ServiceTimer.descriptions());
        all.add(new Meters.Description(
                DURATION, "timer", List.of("outcome", "reason"), "From question to result, in seconds"));
        all.add(new Meters.Description(IN_FLIGHT, "gauge", List.of(), "Questions that wait for a decision"));
        return all;
    }

    void record(AskResult result, long nanos) {
        timers.computeIfAbsent(Tags.of(result), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    <T> void inFlight(T source, ToDoubleFunction<T> size) {
        Gauge.builder(IN_FLIGHT, source, size)
                .description("Questions that wait for a decision")
                .register(registry);
    }

    private Timer timer(Tags tags) {
        return Timer.builder(DURATION)
                .description("From question to result")
                .tag("outcome", tags.outcome())
                .tag("reason", tags.reason())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private record Tags(String outcome, String reason) {

        static Tags of(AskResult result) {
            return switch (result) {
                case AskResult.Answered(var decision) ->
                    new Tags("answered", decision.decision().name().toLowerCase(Locale.ROOT));
                case AskResult.TimedOut() -> new Tags("timed_out", "");
                case AskResult.Busy() -> new Tags("busy", "");
                case AskResult.NotAccepted(Refusal reason) -> new Tags("not_accepted", reason.wireName());
                case AskResult.Unreadable() -> new Tags("unreadable", "");
            };
        }
    }
}
