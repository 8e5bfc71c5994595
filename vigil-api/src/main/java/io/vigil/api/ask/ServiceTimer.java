package io.vigil.api.ask;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigil.message.ServiceFault;
import io.vigil.telemetry.Meters;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Times the requests to one micro service. */
public final class ServiceTimer {

    /** Requests about personal data until their result, in seconds; the count is their number. Tags: operation, outcome. */
    public static final String PII = "vigil.api.pii.duration";

    /** Requests to the event log until their result, in seconds; the count is their number. Tags: operation, outcome. */
    public static final String EVENTS = "vigil.api.events.duration";

    /** Requests about patterns until their result, in seconds; the count is their number. Tags: operation, outcome. */
    public static final String PATTERNS = "vigil.api.patterns.duration";

    private final MeterRegistry registry;
    private final String name;

    /** @param name {@link #PII}, {@link #EVENTS} or {@link #PATTERNS} */
    public ServiceTimer(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    /** For the documentation. */
    static List<Meters.Description> descriptions() {
        List<String> tags = List.of("operation", "outcome");
        return List.of(
                new Meters.Description(PII, "timer", tags, "Request about personal data until its result, in seconds"),
                new Meters.Description(EVENTS, "timer", tags, "Request to the event log until its result, in seconds"),
                new Meters.Description(PATTERNS, "timer", tags, "Request about patterns until its result, in seconds"));
    }

    void record(String operation, ServiceReply<?> reply, long nanos) {
        Timer.builder(name)
                .description("Request until its result")
                .tag("operation", operation)
                .tag("outcome", outcome(reply))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String outcome(ServiceReply<?> reply) {
        return switch (reply) {
            case ServiceReply.Answered<?> ignored -> "answered";
            case ServiceReply.Faulty<?>(ServiceFault fault) ->
                fault.code().name().toLowerCase(Locale.ROOT);
            case ServiceReply.Busy<?>() -> "busy";
            case ServiceReply.Unavailable<?>() -> "unavailable";
            case ServiceReply.TimedOut<?>() -> "timed_out";
            case ServiceReply.Unreadable<?>() -> "unreadable";
        };
    }
}
