package io.vigil.api.bulk;

import java.time.Duration;

/**
 * Bounds of bulk requests.
 *
 * @param maxInFlight rows that are checked at a time, over all bulk requests
 * @param maxRequests bulk requests that are worked on at a time
 * @param maxBody largest body of one request, in bytes: so much of it may be held in memory
 * @param maxRow largest row, in bytes
 * @param timeout longest wait for the decision on one row
 */
public record BulkLimits(int maxInFlight, int maxRequests, long maxBody, int maxRow, Duration timeout) {

    /** Most rows of one request; blank lines do not count. */
    public static final int MAX_ROWS = 10_000;
}
