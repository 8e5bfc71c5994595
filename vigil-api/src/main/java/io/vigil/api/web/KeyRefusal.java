package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.keys.ApiKey;
import io.vigil.api.keys.KeyCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells a caller without an accepted key so, RFC 6750 and RFC 9457. */
public final class KeyRefusal implements AuthenticationEntryPoint {

    private final Problems problems;

    public KeyRefusal(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        KeyCheck refusal = KeyFilter.refusalOf(request);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"vigil\"" + (refusal == null ? "" : ", error=\"invalid_token\""));
        problems.send(Problem.of(ProblemKind.UNAUTHORIZED, detail(refusal)), request, response);
    }

    private static String detail(@org.jspecify.annotations.Nullable KeyCheck refusal) {
        return switch (refusal) {
            case null -> "Send a key, as Authorization: Bearer or as X-API-Key.";
            case KeyCheck.Ended(ApiKey.State state) ->
                state == ApiKey.State.REVOKED ? "The key was revoked." : "The key has expired.";
            case KeyCheck.Unknown() -> "The key is not known here.";
            case KeyCheck.Accepted ignored -> "Send a key, as Authorization: Bearer or as X-API-Key.";
        };
    }
}
