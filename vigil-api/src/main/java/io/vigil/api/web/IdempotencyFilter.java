package io.vigil.api.web;

import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.idempotency.Claim;
import io.vigil.api.idempotency.Idempotency;
import io.vigil.api.results.KeptAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated request from what was kept of the first, where the caller names both with one key. The last filter:
 * who calls is known, and whoever may not call gets no kept answer. Without the header nothing happens here.
 */
@Component
final class IdempotencyFilter extends OncePerRequestFilter {

    /** The key that a caller chooses for a request and for its repetitions. */
    static final String HEADER = "Idempotency-Key";

    /** On answers that were kept. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Set<String> PATHS =
            Set.of("/v1/analyze", "/v1/analyze/async", "/v1/guard/input", "/v1/guard/output");

    private final Idempotency idempotency;
    private final BodyLimit limit;
    private final Problems problems;

    IdempotencyFilter(Idempotency idempotency, ClientLimits limits, Problems problems) {
        this.idempotency = idempotency;
        this.limit = limits.text();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !PATHS.contains(request.getRequestURI())
                || !Callers.of(request).scopes().contains(Scope.GUARD);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        String key = request.getHeader(HEADER);
        byte[] body = limit.read(request);
        if (body == null) {
            problems.send(Problem.of(ProblemKind.BODY_TOO_LARGE, limit.detail()), request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            problems.send(
                    Problem.of(
                            ProblemKind.INVALID_REQUEST,
                            "The header Idempotency-Key must have 1 to 255 visible ASCII characters."),
                    request,
                    response);
            return;
        }
        Claim claim;
        try {
            claim = idempotency.claim(Callers.of(request).tenant(), key, request.getRequestURI(), body);
        } catch (IOException e) {
            log.warn("request {} cannot claim its key: {}", identity.id(), e.getMessage());
            problems.send(
                    Problem.of(
                            ProblemKind.QUEUE_UNAVAILABLE,
                            "Kept answers cannot be read now. Try again after the given time."),
                    request,
                    response);
            return;
        }
        switch (claim) {
            case Claim.Won won -> work(won, new ReadRequest(request, body), response, chain);
            case Claim.Answered(KeptAnswer kept) -> replay(kept, response);
            case Claim.InFlight() ->
                problems.send(
                        Problem.of(
                                ProblemKind.IDEMPOTENCY_IN_FLIGHT,
                                "A request with this Idempotency-Key is being worked on. Try again later."),
                        request,
                        response);
            case Claim.Mismatch() ->
                problems.send(
                        Problem.of(
                                ProblemKind.IDEMPOTENCY_MISMATCH,
                                "This Idempotency-Key was used for another path or body. Use a new one."),
                        request,
                        response);
        }
    }

    private void work(Claim.Won claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            kept = answer.getStatus() >= 200 && answer.getStatus() < 300 && keep(claim, answer);
        } finally {
            if (!kept) {
                giveUp(claim);
            }
        }
        answer.copyBodyToResponse();
    }

    private boolean keep(Claim.Won claim, ContentCachingResponseWrapper answer) {
        String type = answer.getContentType();
        try {
            idempotency.keep(
                    claim,
                    answer.getStatus(),
                    type == null ? "" : type,
                    answer.getHeader(HttpHeaders.LOCATION),
                    answer.getContentAsByteArray());
            return true;
        } catch (IOException e) {
            log.warn("an answer cannot be kept: {}", e.getMessage());
            return false;
        }
    }

    private void giveUp(Claim.Won claim) {
        try {
            idempotency.giveUp(claim);
        } catch (IOException e) {
            log.info("a key stays claimed for a while: {}", e.getMessage());
        }
    }

    private static void replay(KeptAnswer kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        response.setHeader(REPLAYED, "true");
        response.setContentType(kept.contentType());
        if (kept.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        response.getOutputStream().write(kept.body());
    }
}
