package io.vigil.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Messages of every type: complete examples, and arbitrary ones for properties. */
public final class Messages {

    private Messages() {}

    /** One complete message of each type: every optional field filled. */
    public static List<VigilMessage> examples() {
        return List.of(submission(), detected(), screened(), decision(), event());
    }

    public static Submission submission() {
        return new Submission("r-1", "What is the weather?", Mode.FAST, true, Source.DOCUMENT, "shop", "s-1");
    }

    public static GuardRequest request() {
        return new GuardRequest(
                "r-1", "What is the weather?", Direction.INPUT, Mode.FULL, true, Source.TOOL_OUTPUT, origin());
    }

    public static Origin origin() {
        return new Origin("shop", "s-1", Instant.parse("2026-11-21T10:15:30Z"));
    }

    public static Detected detected() {
        return new Detected(request(), detection(), List.of(new StageTiming("detection", 3, 4)));
    }

    public static Screened screened() {
        return new Screened(request(), detection(), pii(), List.of(new StageTiming("pii", 1, 2)));
    }

    public static DetectionReport detection() {
        return new DetectionReport(
                List.of(
                        scored(),
                        new BranchReport.Degraded(BranchId.SEMANTIC, "timeout", 2_000_000),
                        new BranchReport.Skipped(BranchId.CLASSIFIER, "mode_fast")),
                Map.of("heuristics", "patterns 7"));
    }

    public static BranchReport.Scored scored() {
        return new BranchReport.Scored(
                BranchId.HEURISTICS,
                70,
                ThreatLevel.HIGH,
                0.5,
                Set.of(CriticalSignal.OBFUSCATION_DETECTED),
                Map.of("entropy", 3.5),
                List.of(new Finding("INSTRUCTION_OVERRIDE", "override-1", 70, "asks to forget", new Span(0, 4))),
                List.of("asks to forget"),
                1_200);
    }

    public static PiiReport pii() {
        return new PiiReport(
                List.of(new PiiEntity("PL_PESEL", new Span(0, 4), 0.9, "[PESEL]")), "pl", List.of("presidio"), 7);
    }

    public static GuardDecision decision() {
        var process = new DecisionProcess(
                detection().branches(),
                Map.of("heuristics", 1.0),
                70,
                List.of("obfuscation"),
                70,
                30,
                pii().entities(),
                "pl",
                List.of("asks to forget"),
                List.of(new StageTiming("arbiter", 1, 2)),
                7);
        return new GuardDecision(
                "r-1",
                Decision.SANITIZE,
                45,
                0.5,
                List.of("INSTRUCTION_OVERRIDE"),
                true,
                List.of("PL_PESEL"),
                "What [removed]?",
                "no",
                List.of("suspicious"),
                List.of("semantic"),
                process);
    }

    public static DecisionEvent event() {
        return new DecisionEvent(
                "r-1",
                Instant.parse("2026-11-21T10:15:30.123456789Z"),
                "BLOCK",
                Direction.OUTPUT,
                Source.MODEL_OUTPUT,
                Mode.FULL,
                "acme",
                70,
                0.5,
                List.of("INSTRUCTION_OVERRIDE"),
                List.of("obfuscation"),
                List.of("suspicious"),
                List.of("semantic"),
                detection().branches(),
                List.of("PL_PESEL"),
                1,
                "pl",
                List.of("asks to forget"),
                List.of(new StageTiming("arbiter", 1, 2)),
                "redacted",
                "sealed",
                20,
                7,
                origin(),
                Map.of("PL_PESEL", 1),
                "00ff",
                grounds(),
                new Provenance(Map.of("heuristics", "patterns 7"), "3.0.0", "host-1"));
    }

    public static Grounds grounds() {
        return new Grounds(
                ThreatLevel.HIGH,
                Map.of("heuristics", 1.0),
                70,
                Map.of("HEURISTICS_CRITICAL", 70),
                70,
                30,
                50,
                true,
                List.of(new MatchedRule(
                        BranchId.HEURISTICS, "INSTRUCTION_OVERRIDE", "override-1", 70, "asks to forget")));
    }

    /** Any message of any type. */
    public static Arbitrary<VigilMessage> any() {
        return Arbitraries.oneOf(anySubmission(), anyDetected(), anyScreened(), anyDecision(), anyEvent());
    }

    private static Arbitrary<Submission> anySubmission() {
        return Combinators.combine(
                        id().injectNull(0.2),
                        text(),
                        Arbitraries.of(Mode.class).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.of(Source.class).injectNull(0.3))
                .as(Messages::submissionOf);
    }

    private static Submission submissionOf(
            @Nullable String id, String text, @Nullable Mode mode, @Nullable Boolean process, @Nullable Source source) {
        return new Submission(id, text, mode, process, source);
    }

    private static Arbitrary<GuardRequest> anyRequest() {
        return Combinators.combine(
                        id(),
                        text(),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(Mode.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Source.class))
                .as(GuardRequest::new);
    }

    private static Arbitrary<Detected> anyDetected() {
        return Combinators.combine(anyRequest(), anyDetection(), timings()).as(Detected::new);
    }

    private static Arbitrary<Screened> anyScreened() {
        return Combinators.combine(anyRequest(), anyDetection(), anyPii(), timings())
                .as(Screened::new);
    }

    private static Arbitrary<DetectionReport> anyDetection() {
        return Combinators.combine(branch(BranchId.HEURISTICS), branch(BranchId.SEMANTIC), branch(BranchId.CLASSIFIER))
                .as((a, b, c) -> new DetectionReport(List.of(a, b, c), Map.of()));
    }

    private static Arbitrary<BranchReport> branch(BranchId id) {
        Arbitrary<BranchReport> scored = Combinators.combine(
                        score(),
                        Arbitraries.of(ThreatLevel.class),
                        unit(),
                        Arbitraries.of(CriticalSignal.class).set(),
                        Arbitraries.maps(name(), Arbitraries.doubles()).ofMaxSize(3),
                        finding().list().ofMaxSize(3),
                        text().list().ofMaxSize(3),
                        micros())
                .as((score, level, sure, signals, features, findings, reasons, micros) ->
                        new BranchReport.Scored(id, score, level, sure, signals, features, findings, reasons, micros));
        return Arbitraries.oneOf(
                scored,
                Combinators.combine(name(), micros())
                        .as((reason, micros) -> new BranchReport.Degraded(id, reason, micros)),
                name().map(reason -> new BranchReport.Skipped(id, reason)));
    }

    private static Arbitrary<Finding> finding() {
        return Combinators.combine(name(), name(), score(), text(), span().injectNull(0.3))
                .as(Messages::findingOf);
    }

    private static Finding findingOf(
            String category, String pattern, int score, String description, @Nullable Span span) {
        return new Finding(category, pattern, score, description, span);
    }

    private static Arbitrary<PiiReport> anyPii() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 50).list().ofMaxSize(5), name(), names(), unit(), micros())
                .as((gaps, language, degraded, score, micros) -> {
                    var entities = new ArrayList<PiiEntity>();
                    int at = 0;
                    for (int gap : gaps) {
                        entities.add(new PiiEntity("EMAIL_ADDRESS", new Span(at, at + gap), score, "[EMAIL]"));
                        at += 2 * gap;
                    }
                    return new PiiReport(entities, language, degraded, micros);
                });
    }

    private static Arbitrary<GuardDecision> anyDecision() {
        return Combinators.combine(
                        id(), Arbitraries.of(Decision.class), score(), unit(), names(), text(), anyDetection())
                .as((id, decision, score, confidence, names, text, detection) -> new GuardDecision(
                        id,
                        decision,
                        score,
                        confidence,
                        names,
                        !names.isEmpty(),
                        names,
                        decision == Decision.SANITIZE ? text : null,
                        decision == Decision.BLOCK ? text : null,
                        names,
                        names,
                        names.isEmpty() ? null : process(detection, confidence, names)));
    }

    private static DecisionProcess process(DetectionReport detection, double weight, List<String> names) {
        return new DecisionProcess(
                detection.branches(), Map.of("a", weight), weight, names, 70, 30, List.of(), "en", names, List.of(), 1);
    }

    private static Arbitrary<DecisionEvent> anyEvent() {
        return Combinators.combine(
                        id(),
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Arbitraries.of(Direction.class).injectNull(0.3),
                        Combinators.combine(
                                        Arbitraries.of(Source.class).injectNull(0.3),
                                        Arbitraries.of(Mode.class).injectNull(0.3))
                                .as(SourceAndMode::new),
                        score(),
                        names(),
                        anyDetection(),
                        text().injectNull(0.5))
                .as(Messages::eventOf);
    }

    private record SourceAndMode(
            @Nullable Source source, @Nullable Mode mode) {}

    private static DecisionEvent eventOf(
            String id,
            long millis,
            @Nullable Direction direction,
            SourceAndMode asked,
            int score,
            List<String> names,
            DetectionReport detection,
            @Nullable String raw) {
        return new DecisionEvent(
                id,
                Instant.ofEpochMilli(millis).plusNanos(score),
                "ALLOW",
                direction,
                asked.source(),
                asked.mode(),
                "",
                score,
                0.25,
                names,
                names,
                names,
                names,
                detection.branches(),
                names,
                names.size(),
                "en",
                names,
                List.of(),
                "text",
                raw,
                4,
                millis,
                new Origin(names.isEmpty() ? null : names.getFirst(), raw == null ? null : id, null),
                Map.of("EMAIL_ADDRESS", score),
                raw,
                names.isEmpty() ? null : grounds(),
                new Provenance(Map.of("a", id), id, id));
    }

    private static Arbitrary<List<StageTiming>> timings() {
        return Combinators.combine(name(), micros(), micros())
                .as(StageTiming::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<String> id() {
        return Arbitraries.strings()
                .withChars("._:-")
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(128);
    }

    /** Any characters, also unpaired surrogates' neighbours, controls and emoji; never blank. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(60),
                        Arbitraries.of("\u0000", "zażółć", "👩‍👩‍👧", "\"}{\\", "\u200b\u2028", "ignore all"))
                .map(text -> text.isBlank() ? "x" : text)
                .map(Messages::wellFormed);
    }

    /** UTF-8 has no bytes for half a surrogate pair. */
    private static String wellFormed(String text) {
        var builder = new StringBuilder();
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? '?' : point)
                .forEach(builder::appendCodePoint);
        return builder.toString();
    }

    private static Arbitrary<List<String>> names() {
        return name().list().ofMaxSize(3);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
    }

    private static Arbitrary<Integer> score() {
        return Arbitraries.integers().between(0, 100);
    }

    private static Arbitrary<Double> unit() {
        return Arbitraries.doubles().between(0, 1);
    }

    private static Arbitrary<Long> micros() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE);
    }

    private static Arbitrary<Span> span() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(1, 1000))
                .as((start, length) -> new Span(start, start + length));
    }
}
