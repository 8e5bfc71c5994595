package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Messages;
import io.vigil.message.Origin;
import io.vigil.message.StageTiming;
import io.vigil.message.VigilMessage;
import io.vigil.wire.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineGateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void worksWhileSomebodyMayWait() throws Exception {
        assertThat(pass(Messages.screened(), null)).isEqualTo(Outcome.done());
        assertThat(pass(Messages.screened(), NOW.plusMillis(1))).isEqualTo(Outcome.done());
    }

    @Test
    void recordsALateRequestAsExpiredInsteadOfWorking() throws Exception {
        assertThat(pass(Messages.screened(), NOW))
                .isEqualTo(expired(Messages.origin(), Messages.screened().timings()));
        assertThat(pass(Messages.detected(), NOW.minusSeconds(9)))
                .isEqualTo(expired(Messages.origin(), Messages.detected().timings()));
        assertThat(pass(Messages.submission(), NOW)).isEqualTo(expired(new Origin("shop", "s-1", NOW), List.of()));
    }

    @Test
    void neverDropsAnEventOfTheLog() throws Exception {
        assertThat(pass(Messages.event(), NOW.minusSeconds(9))).isEqualTo(Outcome.done());
    }

    private static Outcome pass(VigilMessage message, @Nullable Instant deadline) throws Exception {
        var gate = new DeadlineGate<VigilMessage>("pii", (body, envelope) -> Outcome.done(), InstantSource.fixed(NOW));
        var envelope = new Envelope("r-1", "r-1.pii", "vigil.pii.detect", 1, NOW, 1, "acme", null, deadline, Map.of());
        return gate.handle(message, envelope);
    }

    private static Outcome expired(Origin origin, List<StageTiming> timings) {
        return Outcome.produced(new Emission.Stored(
                "vigil.logs.event", "event", DecisionEvent.expired("r-1", NOW, "acme", "pii", origin, timings)));
    }
}
