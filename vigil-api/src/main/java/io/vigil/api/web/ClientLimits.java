package io.vigil.api.web;

/**
 * How much of a body is read.
 *
 * @param text for one text, in any dialect
 * @param texts for several in one call
 * @param budget what the bodies with several texts may take together
 */
public record ClientLimits(BodyLimit text, BodyLimit texts, BodyBudget budget) {}
