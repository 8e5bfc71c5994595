package io.vigil.api.ask;

import java.util.Map;

/**
 * Who asks a micro service.
 *
 * @param requestId identifies the request
 * @param tenant whose data may be touched; empty for everybody's
 * @param actor public id of the key that asks; empty where it does not matter
 * @param trace W3C trace context to pass on, possibly empty
 */
public record ServiceSender(String requestId, String tenant, String actor, Map<String, String> trace) {

    public ServiceSender {
        trace = Map.copyOf(trace);
    }
}
