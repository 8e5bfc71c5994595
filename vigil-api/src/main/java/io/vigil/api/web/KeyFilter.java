package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.keys.KeyCheck;
import io.vigil.api.keys.KeyRing;
import io.vigil.api.keys.LastUses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by {@code Authorization: Bearer} or {@code X-API-Key}. A key that is not accepted makes nobody of the caller,
 * also where anonymous callers are let in.
 */
public final class KeyFilter extends OncePerRequestFilter {

    /** Header with a key, beside {@code Authorization}. */
    static final String KEY_HEADER = "X-API-Key";

    private static final String BEARER = "Bearer ";
    private static final String REFUSED = KeyCheck.class.getName();

    private final KeyRing ring;
    private final LastUses uses;
    private final InstantSource clock;
    private final ExtensionGate extension;
    private final boolean anonymous;

    /**
     * A filter.
     *
     * @param extension lets the browser extension in
     * @param anonymous whether callers without any key may do everything
     */
    public KeyFilter(KeyRing ring, LastUses uses, InstantSource clock, ExtensionGate extension, boolean anonymous) {
        this.ring = ring;
        this.uses = uses;
        this.clock = clock;
        this.extension = extension;
        this.anonymous = anonymous;
    }

    /** Why the key of a request was not accepted; null where none was sent. */
    static @Nullable KeyCheck refusalOf(HttpServletRequest request) {
        return request.getAttribute(REFUSED) instanceof KeyCheck refused ? refused : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean guarded = extension.guards(request);
        Caller known = guarded ? extension.callerOf(request) : null;
        String sent = sentKey(request);
        if (known != null) {
            admit(request, known);
        } else if (sent != null) {
            Instant now = clock.instant();
            KeyCheck check = ring.check(sent, now);
            if (check instanceof KeyCheck.Accepted(Caller caller)) {
                uses.seen(caller.key(), now);
                admit(request, caller);
            } else {
                request.setAttribute(REFUSED, check);
            }
        } else if (anonymous && !guarded) {
            admit(request, Caller.ANONYMOUS);
        }
        chain.doFilter(request, response);
    }

    private static void admit(HttpServletRequest request, Caller caller) {
        Callers.remember(request, caller);
        SecurityContextHolder.setContext(new SecurityContextImpl(new KeyAuthentication(caller)));
    }

    /** What was sent as a key, or null where nothing was. */
    private static @Nullable String sentKey(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return request.getHeader(KEY_HEADER);
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : authorization;
    }
}
