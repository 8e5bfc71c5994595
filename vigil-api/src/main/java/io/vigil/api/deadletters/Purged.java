package io.vigil.api.deadletters;

/**
 * What came of throwing old dead letters away.
 *
 * @param purged how many are gone
 * @param more whether others that the filter means are left: ask again
 */
public record Purged(long purged, boolean more) {}
