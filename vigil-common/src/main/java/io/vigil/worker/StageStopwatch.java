package io.vigil.worker;

import io.vigil.message.StageTiming;
import io.vigil.wire.Envelope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures how long a message waited for a stage and how long the stage worked on it. The wait compares the server's
 * clock with ours; a negative difference counts as none.
 */
public final class StageStopwatch {

    private final String stage;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /**
     * A stopwatch for one stage.
     *
     * @param clock for the wait
     * @param nanos elapsed time in nanoseconds from any origin, for the work
     */
    public StageStopwatch(String stage, InstantSource clock, LongSupplier nanos) {
        this.stage = stage;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Starts to measure the work on one message. */
    public Lap start(Envelope envelope) {
        long queued = Math.max(
                0, Duration.between(envelope.storedAt(), clock.instant()).toNanos());
        return new Lap(TimeUnit.NANOSECONDS.toMicros(queued), nanos.getAsLong());
    }

    /** One running measurement. */
    public final class Lap {

        private final long queuedMicros;
        private final long startedNanos;

        private Lap(long queuedMicros, long startedNanos) {
            this.queuedMicros = queuedMicros;
            this.startedNanos = startedNanos;
        }

        /** The time up to now. */
        public StageTiming timing() {
            long worked = Math.max(0, nanos.getAsLong() - startedNanos);
            return new StageTiming(stage, queuedMicros, TimeUnit.NANOSECONDS.toMicros(worked));
        }

        /** The time up to now behind those of earlier stages. */
        public List<StageTiming> appendedTo(List<StageTiming> earlier) {
            var all = new ArrayList<>(earlier);
            all.add(timing());
            return all;
        }
    }
}
