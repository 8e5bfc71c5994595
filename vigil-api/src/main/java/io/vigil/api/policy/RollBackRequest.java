package io.vigil.api.policy;

/**
 * A wish to make an earlier policy hold again.
 *
 * @param revision its number; 0 is the built-in policy
 */
public record RollBackRequest(Long revision) {

    public RollBackRequest {
        if (revision == null || revision < 0) {
            throw new IllegalArgumentException("revision must be a whole number from 0");
        }
    }
}
