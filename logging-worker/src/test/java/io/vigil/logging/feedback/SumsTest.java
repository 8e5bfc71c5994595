package io.vigil.logging.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.eventlog.FeedbackKind;
import io.vigil.eventlog.FeedbackReason;
import io.vigil.eventlog.FeedbackSummary;
import io.vigil.eventlog.FeedbackSummary.Precision;
import io.vigil.eventlog.FeedbackSummary.Threshold;
import io.vigil.logging.query.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final TimeRange TIME =
            new TimeRange(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));

    private static Report wrong(int score, String... categories) {
        return new Report(FeedbackKind.FALSE_POSITIVE, FeedbackReason.OVER_BLOCKING, score, List.of(categories));
    }

    private static Report right(int score, String... categories) {
        return new Report(FeedbackKind.TRUE_POSITIVE, FeedbackReason.CORRECTLY_BLOCKED, score, List.of(categories));
    }

    private static FeedbackSummary sum(Report... reports) {
        return Sums.of(TIME, List.of(reports));
    }

    @Test
    void hasAPrecisionForEachFamily() {
        assertThat(sum(wrong(75, "A", "B"), right(80, "A"), right(90, "A")).categories())
                .containsExactly(new Precision("A", 2, 1, 2 / 3.0), new Precision("B", 0, 1, 0.0));
    }

    @Test
    void saysWhatEachThresholdAvoidsAndCosts() {
        var summary = sum(wrong(72), wrong(80), right(71), right(76), right(95));

        assertThat(summary.thresholds()).containsExactly(new Threshold(73, 1, 1), new Threshold(81, 2, 2));
        assertThat(summary.avoidingAll()).isEqualTo(new Threshold(81, 2, 2));
    }

    @Test
    void promisesNoThresholdThatIsNone() {
        assertThat(sum().avoidingAll()).isNull();
        assertThat(sum().overall().precision()).isNull();
        assertThat(sum(wrong(100), wrong(72)).avoidingAll()).isNull();
        assertThat(sum(wrong(100), wrong(72)).thresholds()).containsExactly(new Threshold(73, 1, 0));
    }
}
