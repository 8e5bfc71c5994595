package io.vigil.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** In which shape a caller gets a problem. */
enum ErrorShape {
    /** RFC 9457. */
    PROBLEM,
    /** {@code error}, {@code code}, {@code requestId}, {@code details}: what existing clients read. */
    CLIENT,
    /** RFC 9457 with the members of the other shape beside, where the path is asked in both dialects. */
    BOTH;

    private static final String ATTRIBUTE = ErrorShape.class.getName();
    private static final Set<String> SHARED = Set.of("/v1/guard/input", "/v1/guard/output");
    /** Paths below an existing one that only our own dialect has. */
    private static final String OWN = "/v1/guard/output/";

    private static final Set<String> CLIENTS = Set.of("/v1/guard/", "/v1/license/", "/beta/", "/webhook/", "/ui/api/");

    /** The shape for a request: by its body where that was read, else by its path. */
    static ErrorShape of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ErrorShape known) {
            return known;
        }
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return ofPath(path);
    }

    /** The shape for a path; a path that nobody knows is nobody's. */
    static ErrorShape ofPath(String path) {
        if (SHARED.contains(path)) {
            return BOTH;
        }
        return path.startsWith(OWN) || CLIENTS.stream().noneMatch(path::startsWith) ? PROBLEM : CLIENT;
    }

    /** Remembers that a body is an existing client's. */
    static void clientAsks(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, CLIENT);
    }
}
