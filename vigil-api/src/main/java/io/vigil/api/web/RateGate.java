package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.clients.RetryHints;
import io.vigil.api.limits.RateLimiter;
import io.vigil.api.limits.RateVerdict;
import io.vigil.api.limits.Unit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Charges a caller for each request, and for the characters of its body once they are read; tells what is left in headers. */
public final class RateGate implements HandlerInterceptor {

    private static final String CHARGED = RateGate.class.getName();

    private final RateLimiter limiter;
    private final Problems problems;
    private final InstantSource clock;

    public RateGate(RateLimiter limiter, Problems problems, InstantSource clock) {
        this.limiter = limiter;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Caller caller = Callers.find(request);
        if (caller == null || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        request.setAttribute(CHARGED, response);
        Problem refused = told(limiter.charge(caller, Unit.REQUESTS, 1), response);
        if (refused == null) {
            return true;
        }
        problems.send(refused, request, response);
        return false;
    }

    /** Charges for a body that was read; what to answer instead, or null. */
    @Nullable Problem charge(HttpServletRequest request, byte[] body) {
        Caller caller = Callers.find(request);
        if (caller == null
                || body.length == 0
                || !(request.getAttribute(CHARGED) instanceof HttpServletResponse response)
                || !limiter.bounds(caller, Unit.CHARACTERS)) {
            return null;
        }
        return told(limiter.charge(caller, Unit.CHARACTERS, characters(body)), response);
    }

    /** What was told about a request that was charged, for bodies that say it again. */
    static RetryHints hints(HttpServletRequest request) {
        return RetryHints.of(name ->
                request.getAttribute(CHARGED) instanceof HttpServletResponse told ? told.getHeader(name) : null);
    }

    private @Nullable Problem told(RateVerdict verdict, HttpServletResponse response) {
        if (!(verdict instanceof RateVerdict.Limited(boolean granted, RateVerdict.State state))) {
            return null;
        }
        RateVerdict.Nearest nearest = state.nearest();
        response.addHeader("RateLimit-Policy", state.policies());
        response.addHeader("RateLimit", state.current());
        response.setHeader("X-RateLimit-Limit", String.valueOf(nearest.limit()));
        response.setHeader("X-RateLimit-Remaining", String.valueOf(nearest.remaining()));
        response.setHeader(
                "X-RateLimit-Reset",
                String.valueOf(clock.instant().plus(nearest.reset()).getEpochSecond()));
        if (state.local()) {
            response.setHeader("X-RateLimit-Scope", "gateway");
        }
        if (granted) {
            return null;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(state.retryAfter()));
        return Problem.of(
                ProblemKind.RATE_LIMITED,
                "Try again in " + state.retryAfter() + " s. The header RateLimit says which limit is spent.");
    }

    /** Code points of UTF-8: every byte that is no continuation begins one. */
    private static long characters(byte[] body) {
        long characters = 0;
        for (byte each : body) {
            if ((each & 0xC0) != 0x80) {
                characters++;
            }
        }
        return Math.max(1, characters);
    }
}
