package io.vigil.service;

import java.util.regex.Pattern;

/**
 * Who asks.
 *
 * @param requestId identifies the request
 * @param tenant whose data may be touched; empty for everybody's
 * @param actor public id of the key that asks, for the audit trail; empty where none was named
 */
public record ServiceCaller(String requestId, String tenant, String actor) {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Whether a string may name a tenant. */
    public static boolean isTenant(String name) {
        return TENANT.matcher(name).matches();
    }
}
