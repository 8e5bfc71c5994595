package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.BranchId;
import io.vigil.message.Direction;
import io.vigil.policy.FailPolicy.Action;
import io.vigil.policy.FailPolicy.BranchAction;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a tenant writes, nothing of the organisation's policy gets looser. */
class FloorTest {

    private static final ArbiterPolicy DEFAULTS = ArbiterPolicy.defaults();

    @Property
    void blocksAndSanitisesFromTheSameScoresOrLowerOnes(
            @ForAll("floors") ArbiterPolicy floor, @ForAll("tenants") TenantPolicy tenant) {
        ArbiterPolicy own = tightened(floor, tenant);
        assertThat(own.thresholds().block())
                .isLessThanOrEqualTo(floor.thresholds().block());
        assertThat(own.thresholds().sanitize())
                .isLessThanOrEqualTo(floor.thresholds().sanitize());
        assertThat(own.unsanitizable().blockFrom())
                .isLessThanOrEqualTo(floor.unsanitizable().blockFrom());
        assertThat(own.unsanitizable().highWithoutSpan()
                        || !floor.unsanitizable().highWithoutSpan())
                .isTrue();
    }

    @Property
    void enforcesWhatTheOrganisationEnforces(
            @ForAll("floors") ArbiterPolicy floor, @ForAll("tenants") TenantPolicy tenant) {
        ArbiterPolicy own = tightened(floor, tenant);
        assertThat(own.enforcement().block() || !floor.enforcement().block()).isTrue();
        assertThat(own.enforcement().sanitize() || !floor.enforcement().sanitize())
                .isTrue();
        assertThat(!own.monitors() || floor.monitors()).isTrue();
    }

    @Property
    void failsNowhereMoreOpen(@ForAll("floors") ArbiterPolicy floor, @ForAll("tenants") TenantPolicy tenant) {
        for (Direction direction : Direction.values()) {
            FailPolicy own = tightened(floor, tenant).failPolicy().of(direction);
            FailPolicy least = floor.failPolicy().of(direction);
            assertThat(own.allBranchesDegraded() == Action.BLOCK || least.allBranchesDegraded() == Action.ALLOW)
                    .isTrue();
            assertThat(own.piiDegraded() == Action.BLOCK || least.piiDegraded() == Action.ALLOW)
                    .isTrue();
            for (BranchId branch : BranchId.values()) {
                assertThat(own.without(branch)).isGreaterThanOrEqualTo(least.without(branch));
            }
        }
    }

    @Property
    void deniesAtLeastAndAllowsAtMostWhatTheOrganisationDoes(
            @ForAll("floors") ArbiterPolicy floor, @ForAll("tenants") TenantPolicy tenant) {
        ArbiterPolicy own = tightened(floor, tenant);
        assertThat(own.texts().denied()).containsAll(floor.texts().denied());
        assertThat(floor.texts().allowed()).containsAll(own.texts().allowed());
        assertThat(own.boosts()).isEqualTo(floor.boosts());
        assertThat(own.weights()).isEqualTo(floor.weights());
    }

    @Property
    void staysAsItIsWhereItIsTightenedOnceMore(
            @ForAll("floors") ArbiterPolicy floor, @ForAll("tenants") TenantPolicy tenant) {
        ArbiterPolicy once = tightened(floor, withoutTexts(tenant));
        assertThat(Floor.tightened(once, withoutTexts(tenant))).isEqualTo(once);
    }

    private static ArbiterPolicy tightened(ArbiterPolicy floor, TenantPolicy tenant) {
        return new ArbiterPolicy(
                        floor.thresholds(),
                        floor.weights(),
                        floor.degradation(),
                        floor.boosts(),
                        floor.sanitize(),
                        floor.unsanitizable(),
                        floor.failPolicy(),
                        floor.enforcement(),
                        floor.blockMessage(),
                        floor.monitor(),
                        floor.lists(),
                        Map.of("acme", tenant))
                .of("acme");
    }

    private static TenantPolicy withoutTexts(TenantPolicy tenant) {
        return new TenantPolicy(
                tenant.thresholds(),
                tenant.unsanitizable(),
                tenant.failPolicy(),
                tenant.enforcement(),
                tenant.monitor(),
                tenant.inheritAllow(),
                null,
                tenant.blockMessage());
    }

    private static <T> Arbitrary<@Nullable T> maybe(Arbitrary<T> some) {
        return some.injectNull(0.3);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<FailPolicy.Branches> branches() {
        return Combinators.combine(
                        maybe(Arbitraries.of(BranchAction.class)),
                        maybe(Arbitraries.of(BranchAction.class)),
                        maybe(Arbitraries.of(BranchAction.class)))
                .as(FailPolicy.Branches::new);
    }

    private static Arbitrary<FailPolicy> failing() {
        var output = Combinators.combine(
                        maybe(Arbitraries.of(Action.class)), maybe(Arbitraries.of(Action.class)), maybe(branches()))
                .as(FailPolicy.Output::new);
        return Combinators.combine(
                        Arbitraries.of(Action.class), Arbitraries.of(Action.class), maybe(branches()), maybe(output))
                .as(FailPolicy::new);
    }

    private static Arbitrary<Enforcement> enforcing() {
        return Combinators.combine(flags(), flags()).as(Enforcement::new);
    }

    private static Arbitrary<List<ListEntry>> entries(String prefix) {
        return Arbitraries.integers()
                .between(0, 3)
                .map(n -> java.util.stream.IntStream.range(0, n)
                        .mapToObj(i -> new ListEntry(prefix + i, ListEntry.Kind.EXACT, "text " + i))
                        .toList());
    }

    @Provide
    Arbitrary<ArbiterPolicy> floors() {
        var thresholds = Arbitraries.integers()
                .between(1, 100)
                .flatMap(block ->
                        Arbitraries.integers().between(0, block - 1).map(sanitize -> new Thresholds(block, sanitize)));
        var unsanitizable = Combinators.combine(Arbitraries.integers().between(0, 100), flags())
                .as(Unsanitizable::new);
        var lists = Combinators.combine(entries("allow-"), entries("deny-")).as(TextLists::new);
        return Combinators.combine(thresholds, unsanitizable, failing(), enforcing(), maybe(flags()), maybe(lists))
                .as((bands, located, fail, enforced, monitor, texts) -> new ArbiterPolicy(
                        bands,
                        DEFAULTS.weights(),
                        DEFAULTS.degradation(),
                        DEFAULTS.boosts(),
                        DEFAULTS.sanitize(),
                        located,
                        fail,
                        enforced,
                        DEFAULTS.blockMessage(),
                        monitor,
                        texts,
                        null));
    }

    @Provide
    Arbitrary<TenantPolicy> tenants() {
        var bands = Combinators.combine(
                        maybe(Arbitraries.integers().between(1, 100)),
                        maybe(Arbitraries.integers().between(0, 99)))
                .as(TenantPolicy.Bands::new);
        var located = Combinators.combine(maybe(Arbitraries.integers().between(0, 100)), maybe(flags()))
                .as(TenantPolicy.Located::new);
        return Combinators.combine(
                        maybe(bands),
                        maybe(located),
                        maybe(failing()),
                        maybe(enforcing()),
                        maybe(flags()),
                        maybe(flags()),
                        maybe(entries("own-")))
                .as((b, l, f, e, monitor, inherit, deny) ->
                        new TenantPolicy(b, l, f, e, monitor, inherit, deny, "Blocked."));
    }
}
