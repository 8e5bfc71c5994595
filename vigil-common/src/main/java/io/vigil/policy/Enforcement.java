package io.vigil.policy;

/**
 * Which decisions take effect. One that does not is recorded by a flag and the milder one is taken, so that a policy
 * can be watched before it bites.
 *
 * @param block off: what would be blocked is sanitised where that is possible, else allowed
 * @param sanitize off: what would be sanitised is allowed
 */
public record Enforcement(boolean block, boolean sanitize) {}
