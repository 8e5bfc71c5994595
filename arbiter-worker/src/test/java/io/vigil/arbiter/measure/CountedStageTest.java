package io.vigil.arbiter.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Messages;
import io.vigil.message.Screened;
import io.vigil.wire.Envelope;
import io.vigil.wire.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CountedStageTest {

    private static final Envelope ENVELOPE =
            new Envelope("r1", "r1.pii", "vigil.arbiter.decision", 1, Instant.EPOCH, 1, "", null, null, Map.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ArbiterMeters meters = new ArbiterMeters(registry);

    @Test
    void countsADecisionWithItsBranches() throws Exception {
        Outcome decided = Outcome.produced(new Emission.Stored("vigil.logs.event", "event", event(1)));
        assertThat(handle(decided)).isSameAs(decided);

        assertThat(registry.counter(
                                ArbiterMeters.DECISIONS, "decision", "block", "direction", "output", "degraded", "true")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter(ArbiterMeters.BRANCHES, "branch", "llm_guard", "status", "degraded")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter(ArbiterMeters.BRANCHES, "branch", "semantic", "status", "skipped")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter(ArbiterMeters.PII).count()).isEqualTo(1);
    }

    @Test
    void countsNoPersonalDataWhereThereIsNone() throws Exception {
        handle(Outcome.produced(new Emission.Stored("vigil.logs.event", "event", event(0))));
        assertThat(registry.counter(ArbiterMeters.PII).count()).isZero();
    }

    @Test
    void countsNothingWhereNothingWasDecided() throws Exception {
        handle(Outcome.failed(Failure.transientFailure("Any", "not now")));
        assertThat(registry.find(ArbiterMeters.DECISIONS).counters()).isEmpty();
    }

    @SuppressWarnings("NullAway") // the stage behind does not look at it
    private Outcome handle(Outcome outcome) throws Exception {
        Screened message = null;
        return new CountedStage((ignored, envelope) -> outcome, meters).handle(message, ENVELOPE);
    }

    private static DecisionEvent event(int piiCount) {
        ObjectNode event = Json.mapper().valueToTree(Messages.event());
        event.put("pii_count", piiCount).set("branches", Json.mapper().valueToTree(new BranchReport[] {
            new BranchReport.Degraded(BranchId.CLASSIFIER, "timeout", 1),
            new BranchReport.Skipped(BranchId.SEMANTIC, BranchReport.Skipped.DECIDED)
        }));
        return Json.mapper().treeToValue(event, DecisionEvent.class);
    }
}
