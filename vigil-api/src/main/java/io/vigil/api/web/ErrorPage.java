package io.vigil.api.web;

import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that happened outside the controllers, in the same form as the others. */
@RestController
class ErrorPage implements ErrorController {

    private final Problems problems;
    private final RequestIds ids;

    ErrorPage(Problems problems, RequestIds ids) {
        this.problems = problems;
        this.ids = ids;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return problems.response(
                ProblemMapping.ofStatus(status instanceof Integer code ? code : 404),
                identity(request),
                HttpHeaders.EMPTY,
                ErrorShape.of(request));
    }

    private RequestIdentity identity(HttpServletRequest request) {
        Object known = request.getAttribute(RequestIdentity.class.getName());
        return known instanceof RequestIdentity identity ? identity : ids.next(null);
    }
}
