package io.vigil.logging.clickhouse;

import java.util.Locale;
import java.util.Optional;

/**
 * Which events are to go.
 *
 * @param by what {@code value} names
 * @param value compared whole; not empty
 * @param tenant only events of this tenant; empty for those of all
 */
public record ErasureScope(By by, String value, Optional<String> tenant) {

    /** What an erasure may go by. */
    public enum By {
        REQUEST("event_id"),
        SESSION("session"),
        CLIENT("client"),
        TENANT("tenant");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public ErasureScope {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(by.name().toLowerCase(Locale.ROOT) + " must not be empty");
        }
    }
}
