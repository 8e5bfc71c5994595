package io.vigil.api.web;

import io.vigil.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Where the caller of a request is kept. */
final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    /** Who sent a request. */
    static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Caller.ANONYMOUS;
    }
}
