package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.StageTiming;
import io.vigil.wire.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StageStopwatchTest {

    private static final Instant STORED = Instant.parse("2026-11-21T10:00:00Z");
    private final AtomicLong nanos = new AtomicLong(77);

    @Test
    void measuresWaitAndWork() {
        var lap = at(STORED.plusNanos(1_500_999));
        nanos.addAndGet(2_000_999);
        assertThat(lap.timing()).isEqualTo(new StageTiming("pii", 1_500, 2_000));
        nanos.addAndGet(1_000_000);
        assertThat(lap.timing().workMicros()).isEqualTo(3_000);
    }

    @Test
    void countsClocksThatDisagreeAsNoWait() {
        assertThat(at(STORED.minusSeconds(3)).timing()).isEqualTo(new StageTiming("pii", 0, 0));
    }

    @Test
    void writesItsTimeBehindTheEarlierOnes() {
        var earlier = List.of(new StageTiming("detection", 1, 2));
        assertThat(at(STORED).appendedTo(earlier))
                .containsExactly(new StageTiming("detection", 1, 2), new StageTiming("pii", 0, 0));
    }

    private StageStopwatch.Lap at(Instant now) {
        return new StageStopwatch("pii", InstantSource.fixed(now), nanos::get)
                .start(new Envelope("r-1", "r-1.pii", "vigil.pii.detect", 1, STORED, 1, "", null, null, Map.of()));
    }
}
