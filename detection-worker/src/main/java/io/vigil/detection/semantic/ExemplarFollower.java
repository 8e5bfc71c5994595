package io.vigil.detection.semantic;

import io.vigil.detection.semantic.exemplar.AddedExemplars;
import io.vigil.liveconfig.LiveConfig;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the index of the exemplars in force. A new revision is embedded on a thread of its own while texts are compared
 * with the last one, and then takes its place at once. Thread-safe.
 */
final class ExemplarFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExemplarFollower.class);
    private static final int LOOK_MILLIS = 200;

    private final LiveConfig<AddedExemplars> added;
    private final Function<AddedExemplars, ExemplarIndex> embedding;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("detection-exemplars").factory());
    private long seen;
    private volatile ExemplarIndex current;
    private volatile long revision;

    /** Embeds what is in force now, on this thread. */
    ExemplarFollower(LiveConfig<AddedExemplars> added, Function<AddedExemplars, ExemplarIndex> embedding) {
        this.added = added;
        this.embedding = embedding;
        var now = added.current();
        this.seen = now.revision();
        this.current = embedding.apply(now.value());
        this.revision = now.revision();
    }

    /** Follows the revisions to come, until it is closed. */
    ExemplarFollower started() {
        var _ = thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Never blocks. */
    ExemplarIndex current() {
        return current;
    }

    /** Revision of the added exemplars that texts are compared with; 0 where there are none. */
    long revision() {
        return revision;
    }

    private void look() {
        var now = added.current();
        if (now.revision() == seen) {
            return;
        }
        seen = now.revision();
        try {
            current = embedding.apply(now.value());
            revision = now.revision();
            LOG.info(
                    "{} attacks and {} harmless texts of revision {} are compared with",
                    now.value().attacks().size(),
                    now.value().safe().size(),
                    seen);
        } catch (RuntimeException e) {
            // The message of the error may quote an exemplar, so it stays out of the log.
            LOG.error(
                    "exemplars of revision {} cannot be embedded, those before it stay: {}",
                    seen,
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
