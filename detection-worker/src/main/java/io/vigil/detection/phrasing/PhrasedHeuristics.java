package io.vigil.detection.phrasing;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Branch A with one sign more in mode fast, where the classifier is left out: the words and letters that attacks are made of,
 * by the classifier's own n-grams. In mode full they would count twice. Thread-safe.
 */
public final class PhrasedHeuristics implements Branch {

    private static final String SIGN = "phrasing";
    private static final String MEANING = "is worded like known attacks";

    private final Branch heuristics;
    private final Branch phrasing;

    /**
     * A branch over the two.
     *
     * @param heuristics patterns and structure; answers as branch A
     * @param phrasing scores the wording of a text within microseconds
     */
    public PhrasedHeuristics(Branch heuristics, Branch phrasing) {
        this.heuristics = heuristics;
        this.phrasing = phrasing;
    }

    @Override
    public BranchId id() {
        return heuristics.id();
    }

    @Override
    public BranchReport analyze(GuardRequest request) {
        var report = heuristics.analyze(request);
        boolean open = request.mode() == Mode.FAST
                && report instanceof Scored scored
                && scored.threatLevel() != ThreatLevel.HIGH;
        return open && phrasing.analyze(request) instanceof Scored wording
                ? together((Scored) report, wording)
                : report;
    }

    /** The higher score counts: a text without any known pattern may still be worded like an attack. */
    private static Scored together(Scored patterns, Scored wording) {
        boolean lifts = wording.score() > patterns.score();
        boolean suspicious = wording.threatLevel() != ThreatLevel.LOW;
        var features = new HashMap<>(patterns.features());
        features.put(SIGN, (double) wording.score());
        return new Scored(
                patterns.branch(),
                Math.max(patterns.score(), wording.score()),
                lifts ? wording.threatLevel() : patterns.threatLevel(),
                lifts ? wording.confidence() : patterns.confidence(),
                patterns.criticalSignals(),
                features,
                joined(patterns.findings(), wording.findings().stream().map(PhrasedHeuristics::named)),
                joined(patterns.explanations(), suspicious ? Stream.of("the text " + MEANING) : Stream.empty()),
                patterns.micros() + wording.micros());
    }

    private static Finding named(Finding finding) {
        return new Finding(finding.category(), SIGN, finding.score(), MEANING, finding.span());
    }

    private static <T> List<T> joined(List<T> first, Stream<T> more) {
        return Stream.concat(first.stream(), more).toList();
    }
}
