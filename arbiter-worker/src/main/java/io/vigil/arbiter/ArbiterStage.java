package io.vigil.arbiter;

import io.vigil.arbiter.answer.Events;
import io.vigil.arbiter.answer.Replies;
import io.vigil.arbiter.answer.Ruling;
import io.vigil.arbiter.verdict.EmptiedStage;
import io.vigil.arbiter.verdict.Rulebook;
import io.vigil.arbiter.verdict.TenantRules;
import io.vigil.arbiter.verdict.Verdict;
import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.message.Screened;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import io.vigil.worker.StageStopwatch;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a request whose reports are complete. The event comes before the answer, so that nobody is told a
 * decision that the log does not know.
 */
public final class ArbiterStage implements StageHandler<Screened> {

    /** Name of the stage in timings and metrics. */
    public static final String NAME = "arbiter";

    private static final String NEXT = "event";

    private final LiveConfig<ArbiterPolicy> policy;
    private final boolean noop;
    private final Events events;
    private final StageStopwatch stopwatch;
    private volatile @Nullable Rulebook book;

    /**
     * A stage that reads the policy once per message.
     *
     * @param noop whether this arbiter takes part in a measurement with emptied stages; otherwise it blocks what comes
     *     from one
     */
    public ArbiterStage(LiveConfig<ArbiterPolicy> policy, boolean noop, Events events, StageStopwatch stopwatch) {
        this.policy = policy;
        this.noop = noop;
        this.events = events;
        this.stopwatch = stopwatch;
    }

    @Override
    public Outcome handle(Screened delivered, Envelope envelope) {
        var message = noop ? delivered : EmptiedStage.disbelieved(delivered);
        var lap = stopwatch.start(envelope);
        var current = policy.current();
        TenantRules rules = book(current.value()).of(envelope.tenant());
        Verdict verdict = rules.judge(message);
        var timings = lap.appendedTo(message.timings());
        var ruling = new Ruling(message, verdict, rules.policy(), current.revision(), timings, envelope.tenant());
        return Outcome.produced(
                new Emission.Stored(Subjects.LOGS_EVENT, NEXT, events.of(ruling)),
                new Emission.Reply(Replies.of(ruling)));
    }

    /** Made once for each policy; where two threads meet, one makes it in vain. */
    private Rulebook book(ArbiterPolicy current) {
        Rulebook known = book;
        if (known == null || !known.isOf(current)) {
            known = new Rulebook(current);
            book = known;
        }
        return known;
    }
}
