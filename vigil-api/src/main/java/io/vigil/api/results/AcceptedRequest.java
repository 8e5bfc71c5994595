package io.vigil.api.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a request until its result is no longer kept.
 *
 * @param tenant whose request it is; empty without tenants
 * @param callbackUrl where the result is sent, or null
 */
public record AcceptedRequest(
        String requestId,
        String tenant,
        Instant acceptedAt,
        @Nullable String callbackUrl) {}
