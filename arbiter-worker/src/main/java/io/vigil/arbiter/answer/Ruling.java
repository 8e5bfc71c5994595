package io.vigil.arbiter.answer;

import io.vigil.arbiter.verdict.Verdict;
import io.vigil.message.Screened;
import io.vigil.message.StageTiming;
import io.vigil.policy.ArbiterPolicy;
import java.util.List;

/**
 * A verdict with everything that an answer or an event tells about it.
 *
 * @param policy the policy that decided
 * @param revision revision of that policy; 0 is the built-in default
 * @param timings time per stage, the arbiter's last
 * @param tenant whose request it was; empty without tenants
 */
public record Ruling(
        Screened message,
        Verdict verdict,
        ArbiterPolicy policy,
        long revision,
        List<StageTiming> timings,
        String tenant) {

    public Ruling {
        timings = List.copyOf(timings);
    }
}
