package io.vigil.detection.remote;

import io.vigil.message.GuardRequest;
import io.vigil.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The request bodies that a service takes. */
enum Questions {
    /** {@code {text, request_id}}, the text at most 100,000 UTF-16 code units, as those services count them. */
    TEXT_AND_ID {
        @Override
        List<byte[]> of(GuardRequest request) {
            var bodies = new ArrayList<byte[]>();
            for (var piece : pieces(request.text())) {
                bodies.add(body(Map.of("text", piece, "request_id", request.requestId())));
            }
            return bodies;
        }
    },

    /** {@code {text}} only. */
    TEXT_ONLY {
        @Override
        List<byte[]> of(GuardRequest request) {
            return List.of(body(Map.of("text", request.text())));
        }
    };

    private static final int MAX_UNITS = 100_000;
    private static final int OVERLAP_UNITS = 2_000;

    /** One body, or several where the text is longer than the service takes; pieces overlap. */
    abstract List<byte[]> of(GuardRequest request);

    /** Goes through a string so that a lone surrogate becomes a question mark instead of an error. */
    private static byte[] body(Map<String, String> fields) {
        return Json.mapper().writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (int start = 0; ; start += MAX_UNITS - OVERLAP_UNITS) {
            int end = Math.min(start + MAX_UNITS, text.length());
            pieces.add(text.substring(start, end));
            if (end == text.length()) {
                return pieces;
            }
        }
    }
}
