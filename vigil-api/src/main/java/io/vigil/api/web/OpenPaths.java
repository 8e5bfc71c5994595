package io.vigil.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What needs no key. Whatever is not in this list does. */
public final class OpenPaths implements RequestMatcher {

    /** Patterns of the paths, and why nobody is asked there. */
    public static final List<String> PATTERNS = List.of(
            // Load balancers and orchestrators have no key.
            "/health",
            "/health/**",
            "/readyz",
            "/actuator/**",
            // The contract, without which nobody knows that there are keys.
            "/openapi.json",
            // Existing clients ask it before they have a key, and it tells nothing.
            "/v1/license/status",
            // The browser extension has no key; its token is handed out for another one.
            "/ui/api/plugin-config",
            "/ui/api/plugin-config/bootstrap",
            // Where the server tells its own errors.
            "/error");

    private final RequestMatcher any = new OrRequestMatcher(PATTERNS.stream()
            .map(pattern ->
                    (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(pattern))
            .toList());

    @Override
    public boolean matches(HttpServletRequest request) {
        return any.matches(request);
    }
}
