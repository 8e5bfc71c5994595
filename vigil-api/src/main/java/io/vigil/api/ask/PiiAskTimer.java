package io.vigil.api.ask;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigil.message.PiiFault;
import io.vigil.telemetry.Meters;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Times the requests about personal data. */
public final class PiiAskTimer {

    /** Time from request to result, in seconds; its count is the number of requests. Tags: operation, outcome. */
    public static final String DURATION = "vigil.api.pii.duration";

    private final MeterRegistry registry;

    public PiiAskTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    /** For the documentation. */
    static Meters.Description description() {
        return new Meters.Description(
                DURATION,
                "timer",
                List.of("operation", "outcome"),
                "Request about personal data until its result, in seconds");
    }

    void record(String operation, PiiReply<?> reply, long nanos) {
        Timer.builder(DURATION)
                .description("Request about personal data until its result")
                .tag("operation", operation)
                .tag("outcome", outcome(reply))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String outcome(PiiReply<?> reply) {
        return switch (reply) {
            case PiiReply.Answered<?> ignored -> "answered";
            case PiiReply.Faulty<?>(PiiFault fault) -> fault.code().name().toLowerCase(Locale.ROOT);
            case PiiReply.Busy<?>() -> "busy";
            case PiiReply.Unavailable<?>() -> "unavailable";
            case PiiReply.TimedOut<?>() -> "timed_out";
            case PiiReply.Unreadable<?>() -> "unreadable";
        };
    }
}
