package io.vigil.detection.semantic;

import io.vigil.detection.branch.Branch;
import io.vigil.detection.semantic.exemplar.AddedExemplars;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import io.vigil.liveconfig.ConfigReader;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.Span;
import io.vigil.message.ThreatLevel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Branch B, embedded: the sentence of a text that comes closest to a known attack decides. Thread-safe; computes on the
 * calling thread and stops between two sentences when that thread is interrupted.
 */
public final class SemanticBranch implements Branch, AutoCloseable {
    private static final ScreenLimits EVERYTHING = new ScreenLimits(-1, Integer.MAX_VALUE);

    private final SemanticModel model;
    private final ExemplarFollower exemplars;
    private final Map<Mode, ScreenLimits> limits;
    private final LongSupplier nanos;

    private SemanticBranch(
            SemanticModel model, ExemplarFollower exemplars, Map<Mode, ScreenLimits> limits, LongSupplier nanos) {
        this.model = model;
        this.exemplars = exemplars;
        this.limits = Map.copyOf(limits);
        this.nanos = nanos;
    }

    /**
     * The branch with the model and the exemplars of the class path.
     *
     * @param limits how much of a text goes to the model in each mode; without limits all of it
     * @param nanos elapsed time in nanoseconds from any origin
     */
    public static SemanticBranch embedded(Map<Mode, ScreenLimits> limits, LongSupplier nanos) {
        var model = SemanticModel.fromClassPath();
        return new SemanticBranch(model, follower(LiveConfig.fixed(AddedExemplars.none()), model), limits, nanos);
    }

    /**
     * The same with the exemplars that operators add while it runs.
     *
     * @param configs where the added exemplars are kept
     * @throws IOException the added exemplars cannot be read
     * @throws InterruptedException the start was given up
     */
    public static SemanticBranch following(LiveConfigs configs, Map<Mode, ScreenLimits> limits, LongSupplier nanos)
            throws IOException, InterruptedException {
        var model = SemanticModel.fromClassPath();
        var reader = new ConfigReader<>(AddedExemplars.class, model::check);
        var added = configs.watch(AddedExemplars.KEY, reader, AddedExemplars.none());
        return new SemanticBranch(model, follower(added, model).started(), limits, nanos);
    }

    private static ExemplarFollower follower(LiveConfig<AddedExemplars> added, SemanticModel model) {
        return new ExemplarFollower(added, model::with);
    }

    @Override
    public BranchId id() {
        return BranchId.SEMANTIC;
    }

    @Override
    public String version() {
        return SemanticModel.VERSION + ", exemplars " + exemplars.revision();
    }

    @Override
    public BranchReport analyze(GuardRequest request) {
        long started = nanos.getAsLong();
        var tokens = model.tokenize(request.text());
        var index = exemplars.current();
        var screened = model.screen(request.text(), tokens, limits.getOrDefault(request.mode(), EVERYTHING), index);
        Likeness best = null;
        boolean critical = false;
        int compared = 0;
        for (var window : screened.suspicious()) {
            if (Thread.currentThread().isInterrupted()) {
                return new BranchReport.Degraded(id(), "timeout", micros(started));
            }
            compared++;
            var likeness = model.compare(tokens, window, index);
            critical |= likeness.isCritical();
            best = best == null || likeness.evidence() > best.evidence() ? likeness : best;
            if (critical || SimilarityScale.isDecisive(best.evidence())) {
                break;
            }
        }
        return best == null ? settled(screened.settled(), started) : report(best, critical, tokens, compared, started);
    }

    private BranchReport report(Likeness best, boolean critical, Tokens tokens, int compared, long started) {
        double probability = SimilarityScale.probability(best.evidence());
        int score = SimilarityScale.score(best.evidence());
        var level = SimilarityScale.threatLevel(score);
        boolean suspicious = level != ThreatLevel.LOW;
        return new BranchReport.Scored(
                id(),
                score,
                level,
                Math.abs(2 * probability - 1),
                critical ? Set.of(CriticalSignal.HIGH_SIMILARITY) : Set.of(),
                Map.of(
                        "attack_similarity", best.attackSimilarity(),
                        "safe_similarity", best.safeSimilarity(),
                        "windows", (double) compared),
                suspicious ? List.of(finding(best, score, tokens)) : List.of(),
                suspicious
                        ? List.of("resembles a known attack: " + best.attack().category())
                        : List.of(),
                micros(started));
    }

    private static Finding finding(Likeness best, int score, Tokens tokens) {
        return new Finding(
                best.attack().category(),
                best.attack().id(),
                score,
                "a sentence that means much the same as a known attack",
                span(best.window(), tokens));
    }

    /** Null where the window is the whole text. */
    private static @Nullable Span span(Window window, Tokens tokens) {
        boolean whole = window.length() == tokens.size();
        return whole ? null : new Span(tokens.start(window.from()), tokens.end(window.to() - 1));
    }

    /** No sentence was worth a run of the model, or there are none. */
    private BranchReport settled(double estimate, long started) {
        double probability = SimilarityScale.probability(estimate);
        return new BranchReport.Scored(
                id(),
                SimilarityScale.score(estimate),
                ThreatLevel.LOW,
                Math.abs(2 * probability - 1),
                Set.of(),
                Map.of("windows", 0.0),
                List.of(),
                List.of(),
                micros(started));
    }

    private long micros(long started) {
        return TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started);
    }

    /** Frees the model. Texts still being analysed are finished first. */
    @Override
    public void close() {
        exemplars.close();
        model.close();
    }
}
