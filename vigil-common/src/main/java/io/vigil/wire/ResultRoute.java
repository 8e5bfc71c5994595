package io.vigil.wire;

import java.util.Locale;
import java.util.Optional;

/** Where the answer to a request goes, besides whoever waits for it. */
public enum ResultRoute {
    /** Nowhere else. */
    NONE,
    /** Into the bucket of results, for whoever comes for it. */
    KEEP,
    /** Into the bucket, and from there to the address that the caller named. */
    CALL_BACK;

    /** The name used in the header; {@link #NONE} has no header. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The route of a header's value; empty where there is none of that name. */
    public static Optional<ResultRoute> of(String value) {
        for (ResultRoute route : values()) {
            if (route.wireName().equals(value)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
