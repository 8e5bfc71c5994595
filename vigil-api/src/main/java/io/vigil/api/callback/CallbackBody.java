package io.vigil.api.callback;

import io.vigil.api.later.AnalysisStatus;
import java.time.Instant;
import java.util.Locale;

/**
 * What a receiver gets.
 *
 * @param type {@code analysis.done}, {@code analysis.failed} or {@code analysis.expired}
 * @param timestamp when the request ended
 * @param data the same as {@code GET /v1/analyze/{id}} answers
 */
record CallbackBody(String type, Instant timestamp, AnalysisStatus data) {

    static String typeOf(AnalysisStatus status) {
        return "analysis." + status.status().name().toLowerCase(Locale.ROOT);
    }
}
