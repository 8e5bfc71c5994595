package io.vigil.api.limits;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RateLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which limits hold for whom. Pure.
 *
 * @param key for every key, where the key itself says nothing
 * @param tenant for every tenant, all its keys together
 * @param tenants for tenants by name, instead of those for every tenant
 */
public record RateRules(RateLimits key, RateLimits tenant, Map<String, RateLimits> tenants) {

    public RateRules {
        tenants = Map.copyOf(tenants);
    }

    /** The buckets that a caller draws from; none for whoever calls without a key. */
    List<BucketSpec> bucketsOf(Caller caller, Unit unit) {
        if (caller.equals(Caller.ANONYMOUS)) {
            return List.of();
        }
        var buckets = new ArrayList<BucketSpec>(2);
        BucketSpec.of("key", caller.key(), unit, caller.limits().or(key)).ifPresent(buckets::add);
        if (!caller.tenant().isEmpty()) {
            RateLimits ofTenant = tenants.getOrDefault(caller.tenant(), tenant);
            BucketSpec.of("tenant", caller.tenant(), unit, ofTenant).ifPresent(buckets::add);
        }
        return buckets;
    }
}
