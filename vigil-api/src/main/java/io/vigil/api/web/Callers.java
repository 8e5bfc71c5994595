package io.vigil.api.web;

import io.vigil.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where the caller of a request is kept. */
final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    /**
     * Who sent a request.
     *
     * @throws IllegalStateException nobody looked: the path is open to everybody
     */
    static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("this request has no caller");
    }

    /** Who sent a request; null where nobody looked. */
    static @Nullable Caller find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : null;
    }

    static void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
