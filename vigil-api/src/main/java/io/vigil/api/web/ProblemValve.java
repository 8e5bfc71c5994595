package io.vigil.api.web;

import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import io.vigil.api.clients.RetryHints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpHeaders;

/** Requests that the HTTP server refuses before any filter sees them, such as broken URLs: the same problems for them. */
public final class ProblemValve extends ErrorReportValve {

    private final Problems problems;
    private final RequestIds ids;

    public ProblemValve(Problems problems, RequestIds ids) {
        this.problems = problems;
        this.ids = ids;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        RequestIdentity identity = ids.next(null);
        String path = request.getRequestURI();
        ErrorShape shape = path == null ? ErrorShape.PROBLEM : ErrorShape.ofPath(path);
        byte[] body = problems.body(
                ProblemMapping.ofStatus(response.getStatus()), identity, shape, RetryHints.of(response::getHeader));
        try {
            response.setHeader(RequestIdFilter.HEADER, identity.echo());
            response.setHeader(HttpHeaders.CONTENT_TYPE, Problems.type(shape).toString());
            response.getReporter().write(new String(body, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("the caller went away");
        }
    }
}
