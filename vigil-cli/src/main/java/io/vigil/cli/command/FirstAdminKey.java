package io.vigil.cli.command;

import io.vigil.cli.remote.Remote;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first key of a stack that lets callers in without one: printed once and kept nowhere. */
final class FirstAdminKey {

    private static final List<String> SCOPES =
            List.of("guard", "pii", "events:read", "events:erase", "policy:write", "dlq", "keys");

    private FirstAdminKey() {}

    /** What to tell about keys once a stack is ready. */
    static String greeting(URI api) throws IOException, InterruptedException {
        var gateway = new Remote(api, Optional.empty());
        Remote.Reply keys = gateway.call("GET", "/v1/keys", null);
        if (keys.status() == 401) {
            return """
                    Callers need a key. Without one yet: choose it yourself, as VIGIL_ADMIN_KEY=vg_live_ and 40 random
                    letters and digits, and start again.
                    """;
        }
        if (!keys.done() || !keys.json().path("keys").isEmpty()) {
            return "";
        }
        Remote.Reply created = gateway.call("POST", "/v1/keys", Map.of("name", "admin", "scopes", SCOPES));
        return created.done() ? """
                The first key, with every scope; it is shown only now:

                  %s

                Callers on this machine need none. Others are made with ./vigil keys create.
                """.formatted(created.json().path("key").asString("")) : "";
    }
}
