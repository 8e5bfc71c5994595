package io.vigil.message;

import java.util.List;

/**
 * What was found in a text.
 *
 * @param language ISO 639-1 code, or {@code unknown}
 * @param entities by position, without overlap
 * @param degraded engines that should have run and could not
 */
public record PiiAnalyzeAnswer(String requestId, String language, List<PiiFinding> entities, List<String> degraded) {

    public PiiAnalyzeAnswer {
        entities = List.copyOf(entities);
        degraded = List.copyOf(degraded);
    }
}
