package io.vigil.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are to go: exactly one of these is given, and compared whole.
 *
 * @param requestId one event
 * @param session all of a conversation
 * @param client all of a sender
 * @param tenant all of a tenant; a caller with a tenant of its own can name only that one
 */
public record EraseRequest(
        @Nullable String requestId,
        @Nullable String session,
        @Nullable String client,
        @Nullable String tenant) {

    /** What events may be erased by. */
    public enum By {
        REQUEST_ID,
        SESSION,
        CLIENT,
        TENANT
    }

    private static final int LONGEST = 200;

    public EraseRequest {
        requestId = Allowed.text("request_id", requestId, LONGEST);
        session = Allowed.text("session", session, LONGEST);
        client = Allowed.text("client", client, LONGEST);
        tenant = Allowed.text("tenant", tenant, LONGEST);
        if (named(requestId, session, client, tenant).size() != 1) {
            throw new IllegalArgumentException("exactly one of request_id, session, client and tenant must be given");
        }
    }

    /** What is erased by. */
    public By by() {
        return named(requestId, session, client, tenant).getFirst();
    }

    /** Whose, or which. */
    public String value() {
        String value = switch (by()) {
            case REQUEST_ID -> requestId;
            case SESSION -> session;
            case CLIENT -> client;
            case TENANT -> tenant;
        };
        return value == null ? "" : value;
    }

    private static List<By> named(
            @Nullable String requestId, @Nullable String session, @Nullable String client, @Nullable String tenant) {
        var named = new ArrayList<By>();
        if (requestId != null) {
            named.add(By.REQUEST_ID);
        }
        if (session != null) {
            named.add(By.SESSION);
        }
        if (client != null) {
            named.add(By.CLIENT);
        }
        if (tenant != null) {
            named.add(By.TENANT);
        }
        return named;
    }
}
