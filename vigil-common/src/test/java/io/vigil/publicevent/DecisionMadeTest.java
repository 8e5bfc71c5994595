package io.vigil.publicevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.DecisionEvent;
import io.vigil.message.Origin;
import io.vigil.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionMadeTest {

    @Test
    void tellsNoTextUnlessAsked() {
        DecisionMade told =
                DecisionMade.of(Samples.decision("r1", "SANITIZE"), false).orElseThrow();
        assertThat(told.redactedText()).isNull();
        assertThat(Json.mapper().writeValueAsString(told)).doesNotContain("write to");
    }

    @Test
    void tellsTheRedactedTextAndNeverTheTextAsSent() {
        DecisionMade told =
                DecisionMade.of(Samples.decision("r1", "SANITIZE"), true).orElseThrow();
        assertThat(told.redactedText()).isEqualTo(Samples.REDACTED);
        assertThat(Json.mapper().writeValueAsString(told)).doesNotContain(Samples.SEALED);
    }

    @Test
    void saysOfEachBranchWhatItScoredOrWhyNot() {
        DecisionMade told =
                DecisionMade.of(Samples.decision("r1", "BLOCK"), false).orElseThrow();
        assertThat(told.branches())
                .containsExactly(
                        new DecisionMade.Branch("heuristics", "scored", 91, null),
                        new DecisionMade.Branch("semantic", "skipped", null, "decided"),
                        new DecisionMade.Branch("llm_guard", "degraded", null, "timeout"));
    }

    @Test
    void tellsNothingAboutARequestThatNobodyDecided() {
        assertThat(DecisionMade.of(
                        DecisionEvent.expired("r1", Samples.NOON, "", "pii", Origin.UNKNOWN, List.of()), true))
                .isEmpty();
    }
}
