package io.vigil.arbiter.verdict;

import io.vigil.policy.ArbiterPolicy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One revision of the policy, prepared for every tenant that it names. Thread-safe. */
public final class Rulebook {

    private final ArbiterPolicy policy;
    private final TenantRules everybodys;
    private final Map<String, TenantRules> tenants = new ConcurrentHashMap<>();

    public Rulebook(ArbiterPolicy policy) {
        this.policy = policy;
        this.everybodys = new TenantRules(policy);
    }

    /** Whether this is the book of a policy: the very one, so that nothing is compared for each message. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isOf(ArbiterPolicy other) {
        return policy == other;
    }

    /**
     * The rules for a tenant.
     *
     * @param tenant empty without tenants
     */
    public TenantRules of(String tenant) {
        boolean own = policy.tenants() != null && policy.tenants().containsKey(tenant);
        return own ? tenants.computeIfAbsent(tenant, name -> new TenantRules(policy.of(name))) : everybodys;
    }
}
