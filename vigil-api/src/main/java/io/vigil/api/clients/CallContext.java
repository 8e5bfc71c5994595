package io.vigil.api.clients;

import io.vigil.api.check.RequestIdentity;
import java.util.Map;

/**
 * What belongs to a call besides its body.
 *
 * @param tenant whose call it is; empty without tenants
 * @param trace trace context to pass on, possibly empty
 */
public record CallContext(RequestIdentity identity, String tenant, Map<String, String> trace) {
    public CallContext {
        trace = Map.copyOf(trace);
    }
}
