package io.vigil.detection.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.liveconfig.LiveConfig;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BranchPanelTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final ComputePool pool = new ComputePool(1);

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void reportsEveryBranchInItsOrder() throws Exception {
        var panel = panel(
                new Engine.Remote(Branches.answering(BranchId.CLASSIFIER, 3)),
                embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                embedded(Branches.answering(BranchId.HEURISTICS, 1)));

        assertThat(panel.examine(Branches.request(Mode.FULL)).branches())
                .containsExactly(
                        Branches.scored(BranchId.HEURISTICS, 1),
                        Branches.scored(BranchId.SEMANTIC, 2),
                        Branches.scored(BranchId.CLASSIFIER, 3));
    }

    @Test
    void leavesOutTheClassifierInFastMode() throws Exception {
        var asked = new AtomicBoolean();
        var panel = panel(
                embedded(Branches.answering(BranchId.HEURISTICS, 1)),
                embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                new Engine.Remote(Branches.of(BranchId.CLASSIFIER, request -> {
                    asked.set(true);
                    return Branches.scored(BranchId.CLASSIFIER, 3);
                })));

        assertThat(panel.examine(Branches.request(Mode.FAST)).of(BranchId.CLASSIFIER))
                .isEqualTo(new BranchReport.Skipped(BranchId.CLASSIFIER, "mode_fast"));
        assertThat(asked).isFalse();
    }

    @Test
    void countsAMissingClassifierAsLeftOutInFastModeAndAsDegradedInFull() throws Exception {
        var panel = panel(
                embedded(Branches.answering(BranchId.HEURISTICS, 1)),
                embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                Engine.notInstalled(BranchId.CLASSIFIER));

        assertThat(panel.examine(Branches.request(Mode.FAST)).of(BranchId.CLASSIFIER))
                .isEqualTo(new BranchReport.Skipped(BranchId.CLASSIFIER, "mode_fast"));
        assertThat(panel.examine(Branches.request(Mode.FULL)).of(BranchId.CLASSIFIER))
                .isEqualTo(new BranchReport.Degraded(BranchId.CLASSIFIER, "not_installed", 0));
    }

    @Test
    void skipsEmptyEnginesInBothModes() throws Exception {
        var panel = panel(List.of(BranchId.values()).stream().map(Engine::empty).toArray(Engine[]::new));

        for (var mode : Mode.values()) {
            assertThat(panel.examine(Branches.request(mode)).branches())
                    .allSatisfy(report ->
                            assertThat(report).isEqualTo(new BranchReport.Skipped(report.branch(), "empty_stage")));
        }
    }

    @Test
    void degradesABranchThatThrowsAndKeepsTheOthers() throws Exception {
        var panel = panel(
                embedded(Branches.throwing(BranchId.HEURISTICS)),
                embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                new Engine.Remote(Branches.throwing(BranchId.CLASSIFIER)));

        var report = panel.examine(Branches.request(Mode.FULL));

        assertThat(report.of(BranchId.HEURISTICS)).isEqualTo(degraded(BranchId.HEURISTICS, "failed"));
        assertThat(report.of(BranchId.SEMANTIC)).isEqualTo(Branches.scored(BranchId.SEMANTIC, 2));
        assertThat(report.of(BranchId.CLASSIFIER)).isEqualTo(degraded(BranchId.CLASSIFIER, "failed"));
    }

    @Test
    void degradesALateBranchAndRunsTheNextOneOnAnotherThread() throws Exception {
        var release = new CountDownLatch(1);
        try (var two = new ComputePool(2)) {
            var panel = new BranchPanel(
                    List.of(
                            new Engine.Embedded(Branches.busyUntil(BranchId.HEURISTICS, release), SHORT),
                            embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                            Engine.notInstalled(BranchId.CLASSIFIER)),
                    two,
                    () -> 0);

            var report = panel.examine(Branches.request(Mode.FULL));

            assertThat(report.of(BranchId.HEURISTICS)).isEqualTo(degraded(BranchId.HEURISTICS, "timeout"));
            assertThat(report.of(BranchId.SEMANTIC)).isEqualTo(Branches.scored(BranchId.SEMANTIC, 2));
        } finally {
            release.countDown();
        }
    }

    @Test
    void degradesWhenNoThreadComesFreeAndRecoversWhenOneDoes() throws Exception {
        var release = new CountDownLatch(1);
        var stuck = panel(
                new Engine.Embedded(Branches.busyUntil(BranchId.HEURISTICS, release), SHORT),
                Engine.notInstalled(BranchId.SEMANTIC),
                Engine.notInstalled(BranchId.CLASSIFIER));
        var waiting = panel(
                new Engine.Embedded(Branches.answering(BranchId.HEURISTICS, 7), SHORT),
                Engine.notInstalled(BranchId.SEMANTIC),
                Engine.notInstalled(BranchId.CLASSIFIER));
        var later = panel(
                embedded(Branches.answering(BranchId.HEURISTICS, 7)),
                Engine.notInstalled(BranchId.SEMANTIC),
                Engine.notInstalled(BranchId.CLASSIFIER));

        var timeout = degraded(BranchId.HEURISTICS, "timeout");
        assertThat(stuck.examine(Branches.request(Mode.FULL)).of(BranchId.HEURISTICS))
                .isEqualTo(timeout);
        assertThat(waiting.examine(Branches.request(Mode.FULL)).of(BranchId.HEURISTICS))
                .isEqualTo(timeout);
        release.countDown();
        assertThat(later.examine(Branches.request(Mode.FULL)).of(BranchId.HEURISTICS))
                .isEqualTo(Branches.scored(BranchId.HEURISTICS, 7));
    }

    @Test
    void asksNobodyElseOnceTheDecisionIsForegone() throws Exception {
        var never = new CountDownLatch(1);
        var panel = new BranchPanel(
                List.of(
                        embedded(Branches.answering(BranchId.HEURISTICS, 90)),
                        embedded(Branches.throwing(BranchId.SEMANTIC)),
                        new Engine.Remote(Branches.of(BranchId.CLASSIFIER, request -> awaiting(never)))),
                pool,
                (known, mode) -> known.contains(Branches.scored(BranchId.HEURISTICS, 90)),
                () -> 0);

        assertThat(panel.examine(Branches.request(Mode.FULL)).branches())
                .containsExactly(
                        Branches.scored(BranchId.HEURISTICS, 90),
                        new BranchReport.Skipped(BranchId.SEMANTIC, "decided"),
                        new BranchReport.Skipped(BranchId.CLASSIFIER, "decided"));
    }

    @Test
    void leavesOutWhatTheArbitersPolicyWouldNotListenTo() throws Exception {
        var critical = new BranchReport.Scored(
                BranchId.HEURISTICS,
                80,
                ThreatLevel.HIGH,
                1,
                Set.of(CriticalSignal.OBFUSCATION_DETECTED),
                Map.of(),
                List.of(),
                List.of(),
                5);
        var engines = List.<Engine>of(
                embedded(Branches.of(BranchId.HEURISTICS, request -> critical)),
                embedded(Branches.answering(BranchId.SEMANTIC, 2)),
                embedded(Branches.answering(BranchId.CLASSIFIER, 3)));

        for (int threshold : new int[] {80, 81}) {
            var policy = ArbiterPolicy.defaults().withBlockThreshold(threshold);
            var report = new BranchPanel(engines, pool, Cascade.under(LiveConfig.fixed(policy)), () -> 0)
                    .examine(Branches.request(Mode.FULL));

            assertThat(report.scored(BranchId.CLASSIFIER).isPresent()).isEqualTo(threshold == 81);
            assertThat(report.scored(BranchId.SEMANTIC).isPresent()).isEqualTo(threshold == 81);
        }
    }

    private static BranchReport awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new BranchReport.Degraded(BranchId.CLASSIFIER, "failed", 0);
    }

    @Test
    void endsWhenTheServiceStops() throws Exception {
        var release = new CountDownLatch(1);
        var panel = panel(
                embedded(Branches.busyUntil(BranchId.HEURISTICS, release)),
                Engine.notInstalled(BranchId.SEMANTIC),
                Engine.notInstalled(BranchId.CLASSIFIER));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> panel.examine(Branches.request(Mode.FULL))).isInstanceOf(InterruptedException.class);
        release.countDown();
    }

    @Test
    void neverRunsMoreEmbeddedBranchesAtOnceThanThePoolHasThreads() throws Exception {
        var running = new java.util.concurrent.atomic.AtomicInteger();
        var seen = new ConcurrentLinkedQueue<Integer>();
        var panel = panel(
                embedded(Branches.of(BranchId.HEURISTICS, request -> {
                    seen.add(running.incrementAndGet());
                    Thread.onSpinWait();
                    running.decrementAndGet();
                    return Branches.scored(BranchId.HEURISTICS, 1);
                })),
                Engine.notInstalled(BranchId.SEMANTIC),
                Engine.notInstalled(BranchId.CLASSIFIER));

        var threads = IntStream.range(0, 16)
                .mapToObj(i -> Thread.ofVirtual().start(() -> examine(panel)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(seen).hasSize(16).containsOnly(1);
    }

    private static void examine(BranchPanel panel) {
        try {
            panel.examine(Branches.request(Mode.FULL));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private BranchPanel panel(Engine... engines) {
        return new BranchPanel(List.of(engines), pool, () -> 0);
    }

    private static Engine embedded(io.vigil.detection.branch.Branch branch) {
        return new Engine.Embedded(branch, LONG);
    }

    private static BranchReport degraded(BranchId id, String reason) {
        return new BranchReport.Degraded(id, reason, 0);
    }
}
