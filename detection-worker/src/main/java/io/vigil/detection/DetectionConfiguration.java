package io.vigil.detection;

import io.vigil.detection.branch.Branch;
import io.vigil.detection.cascade.BranchPanel;
import io.vigil.detection.cascade.Cascade;
import io.vigil.detection.cascade.ComputePool;
import io.vigil.detection.cascade.Engine;
import io.vigil.detection.classifier.ClassifierBranch;
import io.vigil.detection.classifier.ShippedClassifier;
import io.vigil.detection.heuristics.HeuristicsBranch;
import io.vigil.detection.patterns.PatternShelf;
import io.vigil.detection.phrasing.PhrasedHeuristics;
import io.vigil.detection.remote.RemoteBranches;
import io.vigil.detection.semantic.SemanticBranch;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.message.BranchId;
import io.vigil.message.Submission;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.topology.Consumers;
import io.vigil.worker.Stage;
import io.vigil.worker.StageStopwatch;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Everything that the detection worker is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DetectionProperties.class, AsyncProperties.class})
public class DetectionConfiguration {

    @Bean
    RemoteBranches remoteBranches(DetectionProperties properties) {
        return new RemoteBranches(properties.breaker().settings(), Clock.systemUTC(), System::nanoTime);
    }

    @Bean
    ComputePool computePool(DetectionProperties properties) {
        int threads = properties.computeThreads();
        return new ComputePool(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    /** With the patterns in force; where no broker keeps any, with those that come with the worker. */
    @Bean
    @Lazy
    HeuristicsBranch heuristicsBranch(ObjectProvider<PatternShelf> patterns, DetectionProperties properties) {
        var shelf = patterns.getIfAvailable();
        return shelf == null
                ? HeuristicsBranch.embedded(properties.heuristics().policies())
                : new HeuristicsBranch(shelf);
    }

    /** Loaded only where branch B runs in this process. */
    @Bean
    @Lazy
    SemanticBranch semanticBranch(DetectionProperties properties, LiveConfigs configs)
            throws IOException, InterruptedException {
        return SemanticBranch.following(configs, properties.semantic().limits(), System::nanoTime);
    }

    /** Loaded only where branch C runs in this process; null where the worker was built without a classifier. */
    @Bean
    @Lazy
    @Nullable ClassifierBranch classifierBranch(DetectionProperties properties) {
        return Classifiers.embedded(properties.classifier());
    }

    /** By the arbiter's policy, so that both say the same about a text. */
    @Bean
    Cascade cascade(LiveConfigs configs, DetectionProperties properties) throws IOException, InterruptedException {
        var settings = properties.cascade();
        return settings.enabled()
                ? Cascade.under(configs.watch(ArbiterPolicy.KEY, ArbiterPolicy.class, settings.builtInPolicy()))
                : Cascade.NONE;
    }

    @Bean
    BranchPanel branchPanel(
            DetectionProperties properties,
            RemoteBranches remote,
            ComputePool pool,
            Cascade cascade,
            ObjectProvider<HeuristicsBranch> heuristics,
            ObjectProvider<SemanticBranch> semantic,
            ObjectProvider<ClassifierBranch> classifier,
            @Value("${vigil.noop:false}") boolean noop) {
        var engines = noop
                ? Stream.of(BranchId.values()).map(Engine::empty).toList()
                : engines(properties, new Placement(remote), heuristics, semantic, classifier);
        return new BranchPanel(engines, pool, cascade, System::nanoTime);
    }

    @Bean
    Stage<Submission> detectionStage(BranchPanel panel, InstantSource clock) {
        var stopwatch = new StageStopwatch("detection", clock, System::nanoTime);
        return new Stage<>("detection", Consumers.DETECTION, Submission.class, new DetectionStage(panel, stopwatch));
    }

    /** The same work for callers who do not wait: fewer at a time, so that the others do not wait for them. */
    @Bean
    Stage<Submission> asyncDetectionStage(BranchPanel panel, InstantSource clock, AsyncProperties properties) {
        var stopwatch = new StageStopwatch("detection", clock, System::nanoTime);
        return new Stage<>(
                "detection-async",
                Consumers.DETECTION_ASYNC,
                Submission.class,
                new DetectionStage(panel, stopwatch),
                properties.maxInFlight());
    }

    /** In the order in which they compute: what costs least for a text that it decides comes first. */
    private static List<Engine> engines(
            DetectionProperties properties,
            Placement placement,
            ObjectProvider<HeuristicsBranch> heuristics,
            ObjectProvider<SemanticBranch> semantic,
            ObjectProvider<ClassifierBranch> classifier) {
        var a = properties.heuristics();
        var b = properties.semantic();
        var c = properties.classifier();
        return List.of(
                placement.of(
                        BranchId.HEURISTICS,
                        a.url(),
                        a.timeLimit(),
                        () -> new Engine.Embedded(phrased(heuristics.getObject(), a), a.timeLimit())),
                placement.of(BranchId.CLASSIFIER, c.url(), c.timeLimit(), () -> {
                    var branch = classifier.getIfAvailable();
                    return branch == null
                            ? Engine.notInstalled(BranchId.CLASSIFIER)
                            : new Engine.Embedded(branch, c.timeLimit());
                }),
                placement.of(
                        BranchId.SEMANTIC,
                        b.url(),
                        b.timeLimit(),
                        () -> new Engine.Embedded(semantic.getObject(), b.timeLimit())));
    }

    private static Branch phrased(HeuristicsBranch patterns, DetectionProperties.Heuristics settings) {
        var phrasing = settings.phrasing()
                ? ShippedClassifier.ngramsAlone(System::nanoTime)
                : Optional.<ClassifierBranch>empty();
        return phrasing.<Branch>map(wording -> new PhrasedHeuristics(patterns, wording))
                .orElse(patterns);
    }

    /** Chooses the remote form of a branch where it has a URL. */
    private record Placement(RemoteBranches remote) {
        Engine of(BranchId id, @Nullable URI url, Duration limit, Supplier<Engine> embedded) {
            return url == null ? embedded.get() : new Engine.Remote(remote.branch(id, url, limit));
        }
    }
}
