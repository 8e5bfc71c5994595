package io.vigil.eventlog;

/**
 * Events that are gone.
 *
 * @param events how many there were
 */
public record Erased(long events) {}
