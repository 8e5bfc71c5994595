package io.vigil.detection.cascade;

import io.vigil.fusion.Foregone;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.message.BranchReport;
import io.vigil.message.Mode;
import io.vigil.policy.ArbiterPolicy;
import java.util.Collection;

/** Decides whether the branches that have not answered yet are worth their time. Thread-safe. */
@FunctionalInterface
public interface Cascade {
    /** Every branch is asked, whatever the others say. */
    Cascade NONE = (known, mode) -> false;

    /** Whether nothing that another branch could say would change the decision. */
    boolean isDecided(Collection<BranchReport> known, Mode mode);

    /** By the policy that the arbiter follows as well. */
    static Cascade under(LiveConfig<ArbiterPolicy> policy) {
        return (known, mode) -> Foregone.isBlocked(known, mode, policy.current().value());
    }
}
