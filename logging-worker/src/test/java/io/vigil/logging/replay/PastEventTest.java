package io.vigil.logging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.logging.LoggedEvent;
import io.vigil.logging.SampleEvents;
import io.vigil.logging.event.EventRow;
import io.vigil.policy.ArbiterPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastEventTest {

    private static final ArbiterPolicy DEFAULTS = ArbiterPolicy.defaults();

    private static PastEvent event(int score, String decision, List<String> flags, boolean located, boolean grounded) {
        var logged = LoggedEvent.of("r1", SampleEvents.NOON, "acme")
                .decided(decision, score)
                .event();
        return new PastEvent(
                "r1",
                logged.occurredAt(),
                "full",
                decision,
                score,
                logged.categories(),
                flags,
                logged.degraded(),
                0,
                EventRow.of(logged, false).branchesJson(),
                "text",
                located,
                grounded);
    }

    private static Set<String> decisions(PastEvent event, ArbiterPolicy policy) {
        return event.under(policy).orElseThrow().decisions();
    }

    @ParameterizedTest
    @CsvSource({"10, ALLOW", "45, SANITIZE", "69, SANITIZE", "70, BLOCK"})
    void decidesAsTheArbiterDid(int score, String decision) {
        assertThat(decisions(event(score, decision, List.of(), true, true), DEFAULTS))
                .containsExactly(decision);
    }

    @Test
    void blocksWhereTheAttackCannotBeCutOut() {
        assertThat(decisions(event(55, "BLOCK", List.of("unsanitizable"), false, true), DEFAULTS))
                .containsExactly("BLOCK");
        assertThat(decisions(event(40, "ALLOW", List.of("suspicious"), false, true), DEFAULTS))
                .containsExactly("ALLOW");
    }

    @Test
    void triesBothWhereTheEventDoesNotTell() {
        assertThat(decisions(event(55, "SANITIZE", List.of(), false, false), DEFAULTS))
                .containsExactly("SANITIZE");
        assertThat(decisions(event(20, "ALLOW", List.of(), false, false), DEFAULTS.withBlockThreshold(15)))
                .containsExactly("BLOCK");
        assertThat(decisions(event(69, "BLOCK", List.of(), false, false), DEFAULTS))
                .containsExactlyInAnyOrder("SANITIZE", "BLOCK");
    }

    @Test
    void decidesNothingFromIncompleteReports() {
        var event = event(10, "ALLOW", List.of(), true, true);
        for (String reports : List.of("", "[]", "{", "[{\"state\":\"new\"}]")) {
            assertThat(new PastEvent(
                                    event.eventId(),
                                    event.occurredAt(),
                                    event.mode(),
                                    event.decision(),
                                    event.threatScore(),
                                    event.categories(),
                                    event.flags(),
                                    event.degradedBranches(),
                                    0,
                                    reports,
                                    "",
                                    true,
                                    true)
                            .under(DEFAULTS))
                    .as(reports)
                    .isEmpty();
        }
    }
}
