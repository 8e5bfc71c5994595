package io.vigil.arbiter;

import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.message.Screened;
import io.vigil.message.Span;
import io.vigil.message.StageTiming;
import java.util.List;

/** Messages as the PII stage sends them. */
public final class Sample {

    private Sample() {}

    public static Finding finding(int score, int start, int end) {
        return new Finding("INSTRUCTION_OVERRIDE", "override", score, "asks to drop rules", new Span(start, end));
    }

    public static PiiEntity entity(int start, int end, String replacement) {
        return new PiiEntity("PL_PESEL", new Span(start, end), 0.99, replacement);
    }

    public static PiiReport pii(PiiEntity... entities) {
        return new PiiReport(List.of(entities), "en", List.of(), 20);
    }

    public static Screened screened(String text, DetectionReport detection, PiiReport pii) {
        return screened(text, Mode.FULL, true, detection, pii);
    }

    public static Screened screened(String text, Mode mode, boolean explain, DetectionReport detection, PiiReport pii) {
        return new Screened(
                new GuardRequest("r-1", text, Direction.INPUT, mode, explain),
                detection,
                pii,
                List.of(new StageTiming("detection", 1, 2), new StageTiming("pii", 3, 4)));
    }
}
