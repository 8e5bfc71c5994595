package io.vigil.detection.patterns;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.FamilySpec;
import io.vigil.detection.heuristics.pattern.PatternLibrary;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveDocuments;
import io.vigil.telemetry.Meters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The families of patterns in force: those that come with the worker, and in their place what an operator stored. A change
 * is compiled on a thread of its own and then takes its place at once; a bad family is refused and the last good one
 * stays. Thread-safe.
 */
public final class PatternShelf implements LiveConfig<PatternLibrary>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PatternShelf.class);
    private static final int LOOK_MILLIS = 200;

    private final LiveDocuments stored;
    private final Set<AttackFamily> policies;
    private final MeterRegistry meters;
    private final FamilyReader reader = new FamilyReader();
    private final Map<AttackFamily, FamilySpec> shipped;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("detection-patterns").factory());
    private long seen;
    private volatile State state;

    /**
     * What holds.
     *
     * @param families of all families, those that are off too
     * @param revisions of the families that an operator stored
     */
    private record State(
            Map<AttackFamily, FamilySpec> families,
            Map<AttackFamily, Long> revisions,
            Snapshot<PatternLibrary> library) {}

    /**
     * Takes over what is stored now, on this thread.
     *
     * @param policies which of the families that are off by default are searched for too
     */
    public PatternShelf(LiveDocuments stored, Set<AttackFamily> policies, MeterRegistry meters) {
        this.stored = stored;
        this.policies = Set.copyOf(policies);
        this.meters = meters;
        this.shipped = PatternLibrary.embeddedFamilies().stream()
                .collect(Collectors.toMap(
                        FamilySpec::family, spec -> spec, (a, b) -> a, () -> new EnumMap<>(AttackFamily.class)));
        this.state = new State(shipped, Map.of(), new Snapshot<>(library(shipped), 0));
        look();
    }

    /** Follows the changes to come, until it is closed. */
    public PatternShelf started() {
        var _ = thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Never blocks. */
    @Override
    public Snapshot<PatternLibrary> current() {
        return state.library();
    }

    /** All families as they hold. */
    List<FamilySpec> families() {
        return List.copyOf(state.families().values());
    }

    FamilySpec family(AttackFamily family) {
        return state.families().getOrDefault(family, shipped(family));
    }

    FamilySpec shipped(AttackFamily family) {
        return Objects.requireNonNull(shipped.get(family));
    }

    long revision(AttackFamily family) {
        return state.revisions().getOrDefault(family, 0L);
    }

    boolean active(AttackFamily family) {
        return !family.policy() || policies.contains(family);
    }

    private void look() {
        try {
            LiveDocuments.State now = stored.current();
            if (now.revision() != seen) {
                seen = now.revision();
                take(now);
            }
        } catch (RuntimeException e) {
            // Its message may quote a pattern.
            log.error(
                    "patterns cannot be taken over, those before stay: {}",
                    e.getClass().getName());
        }
    }

    private void take(LiveDocuments.State now) {
        State before = state;
        Map<AttackFamily, FamilySpec> families = new EnumMap<>(shipped);
        Map<AttackFamily, Long> revisions = new EnumMap<>(AttackFamily.class);
        for (AttackFamily family : AttackFamily.values()) {
            LiveDocuments.Document document = now.documents().get(family.resource());
            if (document != null) {
                take(family, document, before, families, revisions);
            }
        }
        state = new State(families, revisions, new Snapshot<>(library(families), now.revision()));
        log.info("patterns are at revision {}: {} families are stored", now.revision(), revisions.size());
    }

    private void take(
            AttackFamily family,
            LiveDocuments.Document document,
            State before,
            Map<AttackFamily, FamilySpec> families,
            Map<AttackFamily, Long> revisions) {
        if (before.revisions().getOrDefault(family, 0L) == document.revision()) {
            families.put(family, before.families().getOrDefault(family, shipped(family)));
            revisions.put(family, document.revision());
            return;
        }
        FamilyReader.Read read = reader.read(family, document.json());
        if (read.spec() != null) {
            families.put(family, read.spec());
            revisions.put(family, document.revision());
            count(family, "accepted");
            return;
        }
        families.put(family, before.families().getOrDefault(family, shipped(family)));
        revisions.put(family, before.revisions().getOrDefault(family, 0L));
        log.error(
                "patterns {} revision {} are refused, those before stay: {} faults, the first at {}",
                family.resource(),
                document.revision(),
                read.faults().size(),
                read.faults().getFirst().pointer());
        count(family, "refused");
    }

    private PatternLibrary library(Map<AttackFamily, FamilySpec> families) {
        var active =
                families.values().stream().filter(spec -> active(spec.family())).toList();
        return PatternLibrary.of(active, PatternLibrary.embeddedVocabulary());
    }

    private void count(AttackFamily family, String result) {
        meters.counter(Meters.CONFIG_RELOADS, "key", "patterns/" + family.resource(), "result", result)
                .increment();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
