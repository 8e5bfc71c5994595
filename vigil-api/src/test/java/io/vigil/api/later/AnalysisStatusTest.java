package io.vigil.api.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.results.AcceptedRequest;
import io.vigil.message.AnalysisResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisStatusTest {

    private static final Instant ACCEPTED = Instant.parse("2026-11-21T10:00:00Z");
    private static final AcceptedRequest REQUEST = new AcceptedRequest("r-1", "acme", ACCEPTED, null);
    private static final AnalysisResult FAILED =
            AnalysisResult.failed("r-1", "acme", "rejected", ACCEPTED.plusSeconds(60));

    private static AnalysisStatus after(Duration time, Optional<AnalysisResult> result) {
        return AnalysisStatus.of(REQUEST, result, Duration.ofHours(24), ACCEPTED.plus(time));
    }

    @Test
    void isPendingUntilThereIsAResult() {
        assertThat(after(Duration.ofHours(23), Optional.empty()).status()).isEqualTo(AnalysisStatus.State.PENDING);
        assertThat(after(Duration.ofHours(23), Optional.of(FAILED)))
                .isEqualTo(new AnalysisStatus(
                        "r-1", AnalysisStatus.State.FAILED, ACCEPTED, ACCEPTED.plusSeconds(60), null, "rejected"));
    }

    @Test
    void isExpiredWhenItsTimeIsOverWhateverCameOfIt() {
        assertThat(after(Duration.ofHours(24), Optional.empty()).status()).isEqualTo(AnalysisStatus.State.EXPIRED);
        var late = after(Duration.ofHours(24), Optional.of(FAILED));
        assertThat(late.status()).isEqualTo(AnalysisStatus.State.EXPIRED);
        assertThat(late.reason()).isNull();
    }
}
