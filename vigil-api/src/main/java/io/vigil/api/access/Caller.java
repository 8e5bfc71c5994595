package io.vigil.api.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls.
 *
 * @param key public id of the key, for the audit trail; {@code anonymous} without one
 * @param tenant whose requests, events and dead letters these are; empty without tenants: such a caller sees everybody's
 * @param scopes what the caller may do
 * @param limits how much the caller may send, beside what holds for everybody
 */
public record Caller(String key, String tenant, Set<Scope> scopes, RateLimits limits) {

    /** Whoever calls a gateway that asks for no key. */
    public static final Caller ANONYMOUS = new Caller("anonymous", "", EnumSet.allOf(Scope.class), RateLimits.NONE);

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do one of these things. */
    public boolean mayAny(Set<Scope> wanted) {
        return wanted.stream().anyMatch(scopes::contains);
    }

    /** Whether the caller may see what belongs to a tenant. */
    public boolean sees(String owner) {
        return tenant.isEmpty() || tenant.equals(owner);
    }
}
