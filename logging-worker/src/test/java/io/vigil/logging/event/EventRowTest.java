package io.vigil.logging.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.logging.SampleEvents;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRowTest {

    @Test
    void carriesWhatTheEventSays() {
        EventRow row = EventRow.of(SampleEvents.event("r1"), false);

        assertThat(row.eventId()).isEqualTo("r1");
        assertThat(row.occurredAt()).isEqualTo("2026-11-21 12:00:00.123");
        assertThat(row.direction()).isEqualTo("input");
        assertThat(row.source()).isEqualTo("tool_output");
        assertThat(row.mode()).isEqualTo("full");
        assertThat(row.decision()).isEqualTo("SANITIZE");
        assertThat(row.categories()).containsExactly("INSTRUCTION_OVERRIDE");
        assertThat(row.policyRevision()).isEqualTo(7);
        assertThat(row.branchesJson()).contains("hidden characters", "\"status\":\"scored\"");
        assertThat(row.receivedAt()).isEqualTo("2026-11-21 11:59:59.123");
        assertThat(row.client()).isEqualTo("shop");
        assertThat(row.session()).isEqualTo("session-1");
        assertThat(row.threatLevel()).isEqualTo("medium");
        assertThat(row.blockThreshold()).isEqualTo(70);
        assertThat(row.rules()).containsExactly("override-1");
        assertThat(row.ruleScores()).containsExactly(61);
        assertThat(row.piiCounts()).isEqualTo(Map.of("EMAIL_ADDRESS", 2));
        assertThat(row.textHash()).isEqualTo("00ff");
        assertThat(row.versions()).isEqualTo(Map.of("heuristics", "patterns 3"));
        assertThat(row.groundsJson()).contains("asks to forget the rules");
    }

    @Test
    void hasNoScoreForBranchesThatDidNotRun() {
        EventRow row = EventRow.of(SampleEvents.event("r1"), false);

        assertThat(row.branchAScore()).isEqualTo(61);
        assertThat(row.branchBScore()).isNull();
        assertThat(row.branchCScore()).isNull();
        assertThat(List.of(row.branchAStatus(), row.branchBStatus(), row.branchCStatus()))
                .containsExactly("scored", "skipped:empty_stage", "degraded:timeout");
    }

    @Test
    void addsUpTheTimesOfAllStages() {
        EventRow row = EventRow.of(SampleEvents.event("r1"), false);

        assertThat(row.queuedMicros()).isEqualTo(Map.of("detection", 100L, "pii", 30L));
        assertThat(row.workMicros()).isEqualTo(Map.of("detection", 2000L, "pii", 400L));
        assertThat(row.totalMicros()).isEqualTo(2530);
    }

    @Test
    void keepsTheTextAsSentOnlyWhereAsked() {
        DecisionEvent event = SampleEvents.withSealedText("r1", "write to jan@example.org");

        assertThat(EventRow.of(event, false).rawText()).isNull();
        assertThat(EventRow.of(event, true).rawText()).isEqualTo("write to jan@example.org");
    }

    @Test
    void leavesEmptyWhatAnExpiredRequestNeverHad() {
        EventRow row = EventRow.of(
                DecisionEvent.expired("r1", SampleEvents.NOON, "", "detection", Origin.UNKNOWN, List.of()), false);

        assertThat(row.decision()).isEqualTo("EXPIRED");
        assertThat(row.receivedAt()).isEqualTo(row.occurredAt());
        assertThat(row.threatLevel()).isEmpty();
        assertThat(row.groundsJson()).isEmpty();
        assertThat(row.direction()).isEmpty();
        assertThat(row.source()).isEmpty();
        assertThat(row.branchAStatus()).isEqualTo("absent");
        assertThat(row.branchAScore()).isNull();
        assertThat(row.totalMicros()).isZero();
    }

    @Test
    void isTheSameForTheSameEvent() {
        assertThat(EventRow.of(SampleEvents.event("r1"), false))
                .isEqualTo(EventRow.of(SampleEvents.event("r1"), false));
    }
}
