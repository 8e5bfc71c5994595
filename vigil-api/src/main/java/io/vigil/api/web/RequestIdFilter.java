package io.vigil.api.web;

import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Names every request before anything else sees it, answers with the name, and writes the access log at DEBUG. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    /** Header with the request's name, in both directions. */
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIdentity.class.getName();
    private static final Logger access = LoggerFactory.getLogger("io.vigil.api.access");

    private final RequestIds ids;

    RequestIdFilter(RequestIds ids) {
        this.ids = ids;
    }

    /** The name of a request that came through this filter. */
    static RequestIdentity identityOf(HttpServletRequest request) {
        return (RequestIdentity) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestIdentity identity = ids.next(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, identity);
        response.setHeader(HEADER, identity.echo());
        if (!access.isDebugEnabled()) {
            chain.doFilter(request, response);
            return;
        }
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            // The matched pattern, not the path: a path is text of the caller.
            access.debug(
                    "{} {} {} {} ms request_id={}",
                    request.getMethod(),
                    request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    identity.id());
        }
    }
}
