package io.vigil.api.check;

/**
 * The names of one request.
 *
 * @param id identifies it from end to end; unique for ever
 * @param echo what the caller gets back in {@code X-Request-Id}: its own id if it sent a usable one, else {@code id}
 */
public record RequestIdentity(String id, String echo) {

    /** Identifies this occurrence in a problem, RFC 9457 §3.1.5. */
    public String instance() {
        return "urn:vigil:request:" + id;
    }
}
