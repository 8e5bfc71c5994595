package io.vigil.api.stream;

import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.ProblemBody;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told while a stream is guarded, in snake_case; what is null is left out.
 *
 * @param event {@code text}, {@code held}, {@code verdict}, {@code blocked} or {@code problem}; each of the last three ends
 *     the stream
 * @param text only with {@code text}: may be shown, behind what was released before
 * @param complete only with {@code verdict}: whether everything released is the whole text as the verdict allows it; where
 *     it is not, show what the verdict says instead
 * @param verdict only with {@code verdict} and {@code blocked}: the answer to the whole text
 * @param problem only with {@code problem}: why there is no verdict; the text counts as not checked
 */
public record StreamEvent(
        String event,
        @Nullable String text,
        @Nullable Boolean complete,
        @Nullable AnswerBody verdict,
        @Nullable ProblemBody problem) {

    static StreamEvent text(String piece) {
        return new StreamEvent("text", piece, null, null, null);
    }

    static StreamEvent held() {
        return new StreamEvent("held", null, null, null, null);
    }

    static StreamEvent verdict(AnswerBody verdict, boolean complete) {
        return new StreamEvent("verdict", null, complete, verdict, null);
    }

    static StreamEvent blocked(AnswerBody verdict) {
        return new StreamEvent("blocked", null, null, verdict, null);
    }

    /** The end of a stream that cannot be judged. */
    public static StreamEvent problem(ProblemBody problem) {
        return new StreamEvent("problem", null, null, null, problem);
    }
}
