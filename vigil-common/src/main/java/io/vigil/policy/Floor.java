package io.vigil.policy;

import io.vigil.message.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The organisation's policy as the floor under its tenants': of two values the stricter one holds. Pure. */
final class Floor {

    private Floor() {}

    /** The policy of a tenant: nowhere looser than the organisation's. */
    static ArbiterPolicy tightened(ArbiterPolicy floor, TenantPolicy tenant) {
        return new ArbiterPolicy(
                thresholds(floor.thresholds(), tenant.thresholds()),
                floor.weights(),
                floor.degradation(),
                floor.boosts(),
                floor.sanitize(),
                unsanitizable(floor.unsanitizable(), tenant.unsanitizable()),
                failPolicy(floor.failPolicy(), tenant.failPolicy()),
                enforcement(floor.enforcement(), tenant.enforcement()),
                Objects.requireNonNullElse(tenant.blockMessage(), floor.blockMessage()),
                floor.monitors() && !Boolean.FALSE.equals(tenant.monitor()),
                lists(floor.texts(), tenant),
                null);
    }

    private static Thresholds thresholds(Thresholds floor, TenantPolicy.@Nullable Bands wanted) {
        if (wanted == null) {
            return floor;
        }
        int block = least(floor.block(), wanted.block());
        return new Thresholds(block, Math.min(block - 1, least(floor.sanitize(), wanted.sanitize())));
    }

    private static Unsanitizable unsanitizable(Unsanitizable floor, TenantPolicy.@Nullable Located wanted) {
        return wanted == null
                ? floor
                : new Unsanitizable(
                        least(floor.blockFrom(), wanted.blockFrom()),
                        floor.highWithoutSpan() || Boolean.TRUE.equals(wanted.highWithoutSpan()));
    }

    private static Enforcement enforcement(Enforcement floor, @Nullable Enforcement wanted) {
        return wanted == null
                ? floor
                : new Enforcement(floor.block() || wanted.block(), floor.sanitize() || wanted.sanitize());
    }

    private static FailPolicy failPolicy(FailPolicy floor, @Nullable FailPolicy wanted) {
        if (wanted == null) {
            return floor;
        }
        FailPolicy input = stricter(floor.of(Direction.INPUT), wanted.of(Direction.INPUT));
        FailPolicy output = stricter(floor.of(Direction.OUTPUT), wanted.of(Direction.OUTPUT));
        return new FailPolicy(
                input.allBranchesDegraded(),
                input.piiDegraded(),
                input.branches(),
                new FailPolicy.Output(output.allBranchesDegraded(), output.piiDegraded(), output.branches()));
    }

    private static FailPolicy stricter(FailPolicy floor, FailPolicy wanted) {
        FailPolicy.Branches a = Objects.requireNonNullElse(floor.branches(), FailPolicy.Branches.DEGRADING);
        FailPolicy.Branches b = Objects.requireNonNullElse(wanted.branches(), FailPolicy.Branches.DEGRADING);
        return new FailPolicy(
                stricter(floor.allBranchesDegraded(), wanted.allBranchesDegraded()),
                stricter(floor.piiDegraded(), wanted.piiDegraded()),
                new FailPolicy.Branches(
                        stricter(a.heuristics(), b.heuristics()),
                        stricter(a.semantic(), b.semantic()),
                        stricter(a.llmGuard(), b.llmGuard())),
                null);
    }

    private static FailPolicy.Action stricter(FailPolicy.Action floor, FailPolicy.Action wanted) {
        return floor == FailPolicy.Action.BLOCK ? floor : wanted;
    }

    private static FailPolicy.BranchAction stricter(
            FailPolicy.@Nullable BranchAction floor, FailPolicy.@Nullable BranchAction wanted) {
        var a = Objects.requireNonNullElse(floor, FailPolicy.BranchAction.DEGRADE);
        var b = Objects.requireNonNullElse(wanted, FailPolicy.BranchAction.DEGRADE);
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The texts of a tenant: those that the organisation denies, and its own. */
    static TextLists lists(TextLists floor, TenantPolicy tenant) {
        var deny = new ArrayList<>(floor.denied());
        deny.addAll(Objects.requireNonNullElse(tenant.deny(), List.of()));
        return new TextLists(Boolean.FALSE.equals(tenant.inheritAllow()) ? List.of() : floor.allowed(), deny);
    }

    private static int least(int floor, @Nullable Integer wanted) {
        return wanted == null ? floor : Math.min(floor, wanted);
    }
}
