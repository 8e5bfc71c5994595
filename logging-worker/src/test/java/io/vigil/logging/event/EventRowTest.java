package io.vigil.logging.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.logging.SampleEvents;
import io.vigil.message.DecisionEvent;
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
        assertThat(row.branchesJson()).contains("hidden characters");
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
        DecisionEvent event = SampleEvents.withRawText("r1", "write to jan@example.org");

        assertThat(EventRow.of(event, false).rawText()).isNull();
        assertThat(EventRow.of(event, true).rawText()).isEqualTo("write to jan@example.org");
    }

    @Test
    void leavesEmptyWhatAnExpiredRequestNeverHad() {
        EventRow row = EventRow.of(DecisionEvent.expired("r1", SampleEvents.NOON, "", "detection", List.of()), false);

        assertThat(row.decision()).isEqualTo("EXPIRED");
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
