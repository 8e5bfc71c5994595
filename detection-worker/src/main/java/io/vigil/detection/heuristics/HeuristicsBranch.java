package io.vigil.detection.heuristics;

import io.vigil.detection.branch.Branch;
import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.canonical.Canonicalizer;
import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.Traces;
import io.vigil.detection.heuristics.detector.CanaryLeak;
import io.vigil.detection.heuristics.detector.Detector;
import io.vigil.detection.heuristics.detector.EntropyDetector;
import io.vigil.detection.heuristics.detector.Evidence;
import io.vigil.detection.heuristics.detector.InjectionDetector;
import io.vigil.detection.heuristics.detector.Mention;
import io.vigil.detection.heuristics.detector.ObfuscationDetector;
import io.vigil.detection.heuristics.detector.Provenance;
import io.vigil.detection.heuristics.detector.SecurityDetector;
import io.vigil.detection.heuristics.detector.StructureDetector;
import io.vigil.detection.heuristics.detector.SubScore;
import io.vigil.detection.heuristics.detector.WhisperDetector;
import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.PatternLibrary;
import io.vigil.detection.heuristics.scoring.Scorer;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Direction;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Branch A in this process: takes disguises off, looks for known attacks in every reading, scores what it finds.
 * Deterministic, without I/O, linear in the length of the text. Thread-safe.
 */
public final class HeuristicsBranch implements Branch {

    private static final int MOST_FINDINGS = 32;
    private static final int MOST_EXPLANATIONS = 10;
    private static final int MANY_INVISIBLE = 5;
    private static final String HIDDEN_ATTACK = "OBFUSCATION";
    private static final String TEMPLATE_TOKEN = "TEMPLATE_TOKEN";

    private final Canonicalizer canonicalizer = new Canonicalizer();
    private final LiveConfig<PatternLibrary> library;
    private final Mention mention = new Mention();
    private final Scorer scorer = new Scorer();
    private final List<Detector> detectors = List.of(
            new ObfuscationDetector(),
            new StructureDetector(),
            new WhisperDetector(),
            new EntropyDetector(),
            new SecurityDetector(),
            new InjectionDetector());

    /** A branch whose patterns may change while it runs. */
    public HeuristicsBranch(LiveConfig<PatternLibrary> library) {
        this.library = library;
    }

    /** A branch with the patterns that come with the worker and are on by default. */
    public static HeuristicsBranch embedded() {
        return embedded(Set.of());
    }

    /** The same with the families of these policies. */
    public static HeuristicsBranch embedded(Set<AttackFamily> policies) {
        return new HeuristicsBranch(LiveConfig.fixed(PatternLibrary.embedded(policies)));
    }

    @Override
    public BranchId id() {
        return BranchId.HEURISTICS;
    }

    @Override
    public String version() {
        return "patterns " + library.current().revision();
    }

    @Override
    public BranchReport analyze(GuardRequest request) {
        return analyze(request.text(), request.source(), request.direction());
    }

    /** Analyses a text that a person wrote; may be empty. */
    public BranchReport.Scored analyze(String text) {
        return analyze(text, Source.USER_INPUT, Direction.INPUT);
    }

    private BranchReport.Scored analyze(String text, Source source, Direction direction) {
        long started = System.nanoTime();
        CanonicalText canonical = canonicalizer.read(text);
        var matches = Provenance.weighed(library.current().value().find(canonical), source);
        var evidence = new Evidence(canonical, mention.weigh(canonical, matches));
        var features = new LinkedHashMap<String, Double>();
        var findings = new LinkedHashSet<Finding>();
        var reasons = new LinkedHashMap<String, Integer>();
        for (Detector detector : detectors) {
            SubScore sub = detector.score(evidence);
            features.put(detector.name(), (double) sub.score());
            findings.addAll(sub.findings());
            sub.reasons().forEach(reason -> reasons.merge(reason, sub.score(), Math::max));
        }
        Optional<Finding> leak = direction == Direction.OUTPUT ? CanaryLeak.in(canonical) : Optional.empty();
        leak.ifPresent(finding -> {
            findings.add(finding);
            reasons.put(finding.description(), finding.score());
        });
        int score = leak.map(Finding::score).orElseGet(() -> scorer.score(features));
        return new BranchReport.Scored(
                BranchId.HEURISTICS,
                score,
                scorer.level(score),
                scorer.confidence(findings.size(), !canonical.traces().none()),
                signals(canonical.traces(), findings, leak.isPresent()),
                features,
                strongest(findings),
                explanations(reasons),
                (System.nanoTime() - started) / 1_000);
    }

    private static Set<CriticalSignal> signals(Traces traces, Set<Finding> findings, boolean leak) {
        var signals = EnumSet.noneOf(CriticalSignal.class);
        if (leak) {
            signals.add(CriticalSignal.CANARY_LEAK);
        }
        if (disguised(traces, findings)) {
            signals.add(CriticalSignal.OBFUSCATION_DETECTED);
        }
        return signals;
    }

    private static boolean disguised(Traces traces, Set<Finding> findings) {
        return traces.count(Disguise.ENCODED_LAYER) > 0
                || traces.count(Disguise.ZERO_WIDTH) >= MANY_INVISIBLE
                || traces.count(Disguise.TAG_CHARACTER) + traces.count(Disguise.VARIATION_SELECTOR) >= MANY_INVISIBLE
                || findings.stream()
                        .map(Finding::category)
                        .anyMatch(category -> category.equals(HIDDEN_ATTACK) || category.equals(TEMPLATE_TOKEN));
    }

    private static List<Finding> strongest(Set<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::score).reversed())
                .limit(MOST_FINDINGS)
                .toList();
    }

    private static List<String> explanations(Map<String, Integer> reasons) {
        var strongest = new ArrayList<>(reasons.entrySet());
        strongest.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return strongest.stream()
                .map(Map.Entry::getKey)
                .limit(MOST_EXPLANATIONS)
                .toList();
    }
}
