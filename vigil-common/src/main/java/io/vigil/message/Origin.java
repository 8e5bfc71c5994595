package io.vigil.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from, as far as anybody said. An empty name is none.
 *
 * @param client who sent it, as the caller names itself; at most {@value #MAX_LENGTH} characters; null where nobody said
 * @param session which conversation it belongs to; at most {@value #MAX_LENGTH} characters; null where nobody said
 * @param receivedAt when the server stored the submission; null where it was never stored
 */
public record Origin(
        @Nullable String client,
        @Nullable String session,
        @Nullable Instant receivedAt) {

    /** Longest client and longest session, in UTF-16 units. */
    public static final int MAX_LENGTH = 128;

    /** Nobody said anything. */
    public static final Origin UNKNOWN = new Origin(null, null, null);

    public Origin {
        client = checked(client, "client");
        session = checked(session, "session");
    }

    /**
     * A name within its bounds; null for an empty one.
     *
     * @throws IllegalArgumentException with the field and what is allowed, never with the name
     */
    static @Nullable String checked(@Nullable String name, String field) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        if (name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " must have at most " + MAX_LENGTH + " characters and no control characters");
        }
        return name;
    }
}
