package io.vigil.logging.replay;

import io.vigil.fusion.Threat;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.verdict.Cleaning;
import io.vigil.verdict.Evidence;
import io.vigil.verdict.Flag;
import io.vigil.verdict.Judgement;
import io.vigil.wire.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * An event as far as a policy needs it; the components are columns.
 *
 * @param attackLocated whether the attack could be taken out of the text
 * @param grounded whether that is known: it is not in rows that are older than the column
 */
record PastEvent(
        String eventId,
        Instant occurredAt,
        String mode,
        String decision,
        int threatScore,
        List<String> categories,
        List<String> flags,
        List<String> degradedBranches,
        int piiEntitiesCount,
        String branchesJson,
        String textExcerpt,
        boolean attackLocated,
        boolean grounded) {

    private static final TypeReference<List<BranchReport>> REPORTS = new TypeReference<>() {};
    private static final Set<String> BRANCHES =
            Arrays.stream(BranchId.values()).map(BranchId::wireName).collect(Collectors.toSet());

    /** What was decided again: the score, and every decision that is possible with what the log knows, one or more. */
    record Again(int score, Set<String> decisions) {

        Again {
            decisions = Set.copyOf(decisions);
        }
    }

    /** Decides again by the rules of the arbiter; empty where the log has no complete reports of the branches. */
    Optional<Again> under(ArbiterPolicy policy) {
        return detection().map(detection -> {
            var threat = Threat.of(detection, Mode.FAST.wireName().equals(mode) ? Mode.FAST : Mode.FULL, policy);
            var evidence = new Evidence(
                    threat, piiEntitiesCount > 0, degradedBranches.stream().anyMatch(name -> !BRANCHES.contains(name)));
            return new Again(
                    threat.score(),
                    cleanings()
                            .map(cleaning -> Judgement.of(evidence, policy, () -> cleaning)
                                    .decision()
                                    .name())
                            .collect(Collectors.toSet()));
        });
    }

    private Optional<DetectionReport> detection() {
        try {
            return Optional.of(new DetectionReport(Json.mapper().readValue(branchesJson, REPORTS)));
        } catch (JacksonException | IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    /** What cleaning may have come to: the text is not there to try it again. */
    private Stream<Cleaning> cleanings() {
        boolean nothingLeft = flags.contains(Flag.NOTHING_LEFT.wireName());
        Boolean located = grounded ? Boolean.valueOf(attackLocated) : locatedByFlags();
        return located == null
                ? Stream.of(cleaning(true, nothingLeft), cleaning(false, nothingLeft))
                : Stream.of(cleaning(located, nothingLeft));
    }

    private @Nullable Boolean locatedByFlags() {
        if (flags.contains(Flag.SUSPICIOUS.wireName()) || flags.contains(Flag.UNSANITIZABLE.wireName())) {
            return false;
        }
        return (decision.equals("SANITIZE") && piiEntitiesCount == 0) ? Boolean.TRUE : null;
    }

    private Cleaning cleaning(boolean located, boolean nothingLeft) {
        boolean changed = located || nothingLeft || piiEntitiesCount > 0 || decision.equals("SANITIZE");
        return new Cleaned(changed, located, nothingLeft);
    }

    private record Cleaned(boolean changed, boolean attackLocated, boolean nothingLeft) implements Cleaning {}
}
