package io.vigil.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of the contract do not accept. */
class RefusalsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("score must be 0 to 100", () -> finding(-1)),
                refusal("score must be 0 to 100", () -> finding(101)),
                refusal("score must be 0 to 100", () -> scored(101, 0.5, 1)),
                refusal("confidence must be 0 to 1", () -> scored(1, 1.01, 1)),
                refusal("confidence must be 0 to 1", () -> scored(1, -0.01, 1)),
                refusal("confidence must be 0 to 1", () -> scored(1, Double.NaN, 1)),
                refusal("duration must not be negative", () -> scored(1, 1, -1)),
                refusal("duration must not be negative", () -> new BranchReport.Degraded(BranchId.SEMANTIC, "x", -1)),
                refusal("duration must not be negative", () -> new StageTiming("pii", -1, 0)),
                refusal("duration must not be negative", () -> new StageTiming("pii", 0, -1)),
                refusal("duration must not be negative", () -> pii(-1)),
                refusal("span needs 0 <= start < end", () -> new Span(-1, 1)),
                refusal("span needs 0 <= start < end", () -> new Span(1, 1)),
                refusal("span needs 0 <= start < end", () -> new Span(2, 1)),
                refusal("score must be 0 to 1", () -> new PiiEntity("EMAIL", new Span(0, 1), 1.5, "[EMAIL]")),
                refusal("entities must be in order", () -> pii(0, new Span(4, 6), new Span(0, 2))),
                refusal("entities must be in order", () -> pii(0, new Span(0, 3), new Span(2, 4))),
                refusal("each branch exactly once", () -> new DetectionReport(List.of())),
                refusal("each branch exactly once", () -> branches(BranchId.HEURISTICS, BranchId.SEMANTIC)),
                refusal(
                        "each branch exactly once",
                        () -> branches(BranchId.HEURISTICS, BranchId.SEMANTIC, BranchId.SEMANTIC)),
                refusal(
                        "each branch exactly once",
                        () -> branches(
                                BranchId.HEURISTICS, BranchId.SEMANTIC, BranchId.CLASSIFIER, BranchId.CLASSIFIER)),
                refusal("request_id", () -> request("", "text")),
                refusal("request_id", () -> request("a b", "text")),
                refusal("request_id", () -> request("a\r\nX-Header: b", "text")),
                refusal("text must not be empty", () -> request("r-1", " \n")),
                refusal("text must not be empty", () -> new Submission("r-1", " ", null, null)),
                refusal("request_id", () -> new Submission("", "text", null, null)),
                refusal(
                        "client must have at most 128",
                        () -> new Submission(null, "text", null, null, null, "c".repeat(129), null)),
                refusal("session must have", () -> new Submission(null, "text", null, null, null, null, "a\nb")),
                refusal("session must have", () -> new Origin(null, "s".repeat(129), null)),
                refusal("request_id", () -> new Submission("r/1", "text", null, null)),
                refusal("request_id", () -> new Submission("x".repeat(129), "text", null, null)),
                refusal(
                        "text must have at most 100000 characters",
                        () -> new Submission(null, "x".repeat(100_001), null, null)),
                refusal("sanitized text belongs to SANITIZE", () -> decision(Decision.ALLOW, "text")),
                refusal("sanitized text belongs to SANITIZE", () -> decision(Decision.BLOCK, "text")),
                refusal("sanitized text belongs to SANITIZE", RefusalsTest::sanitizeWithoutText));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(String message, ThrowingCallable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "r-1", "A.b_c:d-9", "0"})
    void acceptsRequestIdsOfTheAlphabet(String id) {
        assertThat(Submission.isRequestId(id)).isTrue();
        assertThat(Submission.isRequestId(id.repeat(128).substring(0, 128))).isTrue();
    }

    @Test
    void countsTheTextInCodePoints() {
        String emoji = "👍".repeat(Submission.MAX_TEXT);
        assertThat(new Submission(null, emoji, null, null).text()).hasSize(2 * Submission.MAX_TEXT);
        assertThatIllegalArgumentException().isThrownBy(() -> new Submission(null, emoji + "x", null, null));
    }

    @Test
    void fillsTheGapsOfASubmission() {
        var bare = new Submission(null, "hello", null, null).toRequest("VIGIL-7", Direction.OUTPUT, null);
        assertThat(bare).isEqualTo(new GuardRequest("VIGIL-7", "hello", Direction.OUTPUT, Mode.FULL, false));
        var full = new Submission("r-1", "hello", Mode.FAST, true).toRequest("r-1", Direction.INPUT, null);
        assertThat(full).isEqualTo(new GuardRequest("r-1", "hello", Direction.INPUT, Mode.FAST, true));
        assertThat(bare.source()).isEqualTo(Source.MODEL_OUTPUT);
        assertThat(full.source()).isEqualTo(Source.USER_INPUT);
        assertThat(new Submission("r-1", "hello", null, null, Source.DOCUMENT)
                        .toRequest("r-1", Direction.INPUT, null)
                        .source())
                .isEqualTo(Source.DOCUMENT);
    }

    @Test
    void findsReportsByBranch() {
        var report = Messages.detection();
        assertThat(report.of(BranchId.SEMANTIC)).isInstanceOf(BranchReport.Degraded.class);
        assertThat(report.scored(BranchId.HEURISTICS)).contains(Messages.scored());
        assertThat(report.scored(BranchId.CLASSIFIER)).isEmpty();
        assertThat(report.findings()).isEqualTo(Messages.scored().findings());
    }

    @Test
    void ordersSpansByStartThenEnd() {
        assertThat(Stream.of(new Span(2, 3), new Span(0, 9), new Span(0, 4)).sorted())
                .containsExactly(new Span(0, 4), new Span(0, 9), new Span(2, 3));
        assertThat(new Span(0, 2).overlaps(new Span(2, 3))).isFalse();
        assertThat(new Span(0, 3).overlaps(new Span(2, 3))).isTrue();
        assertThat(new Span(3, 8).length()).isEqualTo(5);
    }

    @Test
    void namesPiiTypesOnceInOrderOfAppearance() {
        var report = new PiiReport(List.of(entity("URL", 0), entity("EMAIL", 2), entity("URL", 4)), "en", List.of(), 0);
        assertThat(report.types()).containsExactly("URL", "EMAIL");
    }

    @Test
    void namesBranchesAndModesAsTheWireDoes() {
        assertThat(BranchId.values())
                .extracting(BranchId::wireName)
                .containsExactly("heuristics", "semantic", "llm_guard");
        assertThat(BranchId.values()).extracting(BranchId::letter).containsExactly('A', 'B', 'C');
        assertThat(Mode.values()).extracting(Mode::wireName).containsExactly("fast", "full");
    }

    private static Arguments refusal(String message, ThrowingCallable construction) {
        return arguments(message, construction);
    }

    private static Finding finding(int score) {
        return new Finding("C", "p", score, "d", null);
    }

    private static BranchReport scored(int score, double confidence, long micros) {
        return new BranchReport.Scored(
                BranchId.HEURISTICS,
                score,
                ThreatLevel.LOW,
                confidence,
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                micros);
    }

    private static DetectionReport branches(BranchId... ids) {
        return new DetectionReport(Stream.of(ids)
                .<BranchReport>map(id -> new BranchReport.Skipped(id, "mode_fast"))
                .toList());
    }

    private static PiiReport pii(long micros, Span... spans) {
        return new PiiReport(
                Stream.of(spans)
                        .map(span -> new PiiEntity("URL", span, 1, "[URL]"))
                        .toList(),
                "en",
                List.of(),
                micros);
    }

    private static PiiEntity entity(String type, int start) {
        return new PiiEntity(type, new Span(start, start + 1), 1, "[" + type + "]");
    }

    private static GuardRequest request(String id, String text) {
        return new GuardRequest(id, text, Direction.INPUT, Mode.FULL, false);
    }

    private static GuardDecision decision(Decision decision, String sanitized) {
        return new GuardDecision(
                "r-1", decision, 0, 1, List.of(), false, List.of(), sanitized, null, List.of(), List.of(), null);
    }

    private static GuardDecision sanitizeWithoutText() {
        return new GuardDecision(
                "r-1", Decision.SANITIZE, 0, 1, List.of(), false, List.of(), null, null, List.of(), List.of(), null);
    }
}
