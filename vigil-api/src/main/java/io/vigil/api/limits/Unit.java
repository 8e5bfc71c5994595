package io.vigil.api.limits;

import io.vigil.api.access.RateLimits;
import java.util.Locale;

/** What is counted. */
public enum Unit {
    /** Requests, whatever they ask for. */
    REQUESTS,
    /** Characters of bodies: Unicode code points, the JSON around a text included. */
    CHARACTERS;

    /** Lower-case name, in headers and names of buckets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    long perMinute(RateLimits limits) {
        return this == REQUESTS ? limits.requestsPerMinute() : limits.charactersPerMinute();
    }

    long burst(RateLimits limits) {
        long burst = this == REQUESTS ? limits.requestBurst() : limits.characterBurst();
        return burst > 0 ? burst : perMinute(limits);
    }
}
