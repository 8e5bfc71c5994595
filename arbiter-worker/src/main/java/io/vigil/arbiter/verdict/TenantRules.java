package io.vigil.arbiter.verdict;

import io.vigil.fusion.Boost;
import io.vigil.fusion.Threat;
import io.vigil.message.BranchReport;
import io.vigil.message.Decision;
import io.vigil.message.DetectionReport;
import io.vigil.message.Screened;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.FailPolicy;
import io.vigil.policy.FailPolicy.Action;
import io.vigil.policy.FailPolicy.BranchAction;
import io.vigil.policy.Thresholds;
import io.vigil.verdict.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a policy as it holds for one tenant: what the scores decide, and around it the lists of texts, the
 * branches that must not fail and the monitor mode. Immutable, thread-safe.
 */
public final class TenantRules {

    /** Above every score of a text in which nothing was found. */
    private static final Thresholds OUT_OF_REACH = new Thresholds(100, 99);

    private final ArbiterPolicy policy;
    private final ListMatcher lists;

    /** Rules of a policy that already is the tenant's. */
    TenantRules(ArbiterPolicy policy) {
        this.policy = policy;
        this.lists = ListMatcher.of(policy.texts());
    }

    /** The policy behind them. */
    public ArbiterPolicy policy() {
        return policy;
    }

    /** The verdict on a message. A function of the message and the policy alone. */
    public Verdict judge(Screened message) {
        Verdict enforced = enforced(message);
        return policy.monitors() ? watched(enforced) : enforced;
    }

    private Verdict enforced(Screened message) {
        String text = message.request().text();
        FailPolicy failing = policy.failPolicy().of(message.request().direction());
        ArbiterPolicy acting = policy.with(failingOpen(message, failing));
        if (lists.denies(text)) {
            return blocked(Flag.DENY_LISTED, Judge.judge(message, acting));
        }
        Threat threat = Threat.of(message.detection(), message.request().mode(), policy);
        if (lists.allows(text) && !threat.boosts().contains(Boost.CANARY_LEAK)) {
            Verdict quiet = Judge.judge(harmless(message), acting.with(OUT_OF_REACH));
            return new Verdict(quiet.decision(), threat, quiet.sanitizedText(), and(Flag.ALLOW_LISTED, quiet.flags()));
        }
        Verdict verdict = Judge.judge(message, acting);
        return degraded(message, failing, BranchAction.CLOSED) ? blocked(Flag.BRANCH_DEGRADED, verdict) : verdict;
    }

    /** Blocked whatever the scores say, unless the policy enforces no block: then what they say is done. */
    private Verdict blocked(Flag why, Verdict otherwise) {
        List<Flag> flags = and(why, otherwise.flags());
        if (policy.enforcement().block()) {
            return new Verdict(Decision.BLOCK, otherwise.threat(), null, flags);
        }
        List<Flag> told = flags.contains(Flag.BLOCK_NOT_ENFORCED) ? flags : and(Flag.BLOCK_NOT_ENFORCED, flags);
        return new Verdict(otherwise.decision(), otherwise.threat(), otherwise.sanitizedText(), told);
    }

    /** Nothing takes effect; what would have is said. */
    private static Verdict watched(Verdict enforced) {
        @Nullable Flag would = switch (enforced.decision()) {
            case BLOCK -> Flag.WOULD_BLOCK;
            case SANITIZE -> Flag.WOULD_SANITIZE;
            case ALLOW -> null;
        };
        List<Flag> flags = would == null ? enforced.flags() : and(would, enforced.flags());
        return new Verdict(Decision.ALLOW, enforced.threat(), null, flags);
    }

    /** Where all that failed may fail, a text that no branch has seen passes. */
    private static FailPolicy failingOpen(Screened message, FailPolicy failing) {
        boolean any = degraded(message, failing, BranchAction.OPEN);
        boolean others =
                degraded(message, failing, BranchAction.DEGRADE) || degraded(message, failing, BranchAction.CLOSED);
        return any && !others ? new FailPolicy(Action.ALLOW, failing.piiDegraded()) : failing;
    }

    private static boolean degraded(Screened message, FailPolicy failing, BranchAction action) {
        return message.detection().branches().stream()
                .anyMatch(report ->
                        report instanceof BranchReport.Degraded && failing.without(report.branch()) == action);
    }

    private static Screened harmless(Screened message) {
        var branches = message.detection().branches().stream()
                .<BranchReport>map(report -> new BranchReport.Scored(
                        report.branch(), 0, ThreatLevel.LOW, 0, Set.of(), Map.of(), List.of(), List.of(), 0))
                .toList();
        return new Screened(message.request(), new DetectionReport(branches), message.pii(), message.timings());
    }

    private static List<Flag> and(Flag first, List<Flag> rest) {
        var flags = new ArrayList<Flag>();
        flags.add(first);
        flags.addAll(rest);
        return flags;
    }
}
