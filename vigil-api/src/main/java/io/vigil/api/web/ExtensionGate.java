package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import io.vigil.api.extension.TokenHash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the browser extension in by its token, where there is one. Then nobody is let in to the webhook without the token or a key
 * of the gateway.
 *
 * @param header carries the token
 * @param token null where none is asked for
 */
public record ExtensionGate(String header, @Nullable TokenHash token) {

    /** Whoever has the token: it is good for checks and for nothing else. */
    private static final Caller EXTENSION = new Caller("extension", "", Set.of(Scope.GUARD), RateLimits.NONE);

    /** A gate. Without a token the webhook is protected like every other path. */
    public static ExtensionGate of(String header, String token) {
        return new ExtensionGate(header, token.isEmpty() ? null : TokenHash.of(token));
    }

    /** Whether a request needs the token, or else a key. */
    boolean guards(HttpServletRequest request) {
        return token != null && ExtensionController.WEBHOOK.equals(request.getServletPath());
    }

    /** Who sent a request with the token; null where it is missing or wrong. */
    @Nullable Caller callerOf(HttpServletRequest request) {
        String given = request.getHeader(header);
        return token != null && given != null && token.isOf(given) ? EXTENSION : null;
    }
}
