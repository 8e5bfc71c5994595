package io.vigil.patternlibrary;

import tools.jackson.databind.JsonNode;

/**
 * A family of attack patterns as it comes with the detection worker.
 *
 * @param family its name, e.g. {@code prompt-leak}
 * @param document as it is written down
 */
public record PatternDocument(String family, JsonNode document) {}
