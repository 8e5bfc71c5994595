package io.vigil.verdict;

import io.vigil.fusion.Threat;

/**
 * What is known about a text before anything is decided.
 *
 * @param threat how dangerous it is
 * @param personalData whether personal data was found
 * @param personalDataUncertain whether an engine that looks for personal data could not run
 */
public record Evidence(Threat threat, boolean personalData, boolean personalDataUncertain) {}
