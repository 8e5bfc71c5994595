package io.vigil.api.deadletters;

import io.vigil.deadletter.DeadLetter;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One dead letter from near. Of the body only what fields it has: their values hold the guarded text.
 *
 * @param letter what the list says too
 * @param headers the suite's headers and the trace context
 * @param fields paths of the fields of the body, at most two deep; empty where it is no JSON object
 */
public record LetterDetails(LetterView letter, SortedMap<String, String> headers, List<String> fields) {

    private static final Pattern FIELD = Pattern.compile("[a-z_]{1,40}");
    private static final int MOST_FIELDS = 100;

    public LetterDetails {
        fields = List.copyOf(fields);
    }

    static LetterDetails of(DeadLetter letter, boolean parked) {
        return new LetterDetails(
                LetterView.of(letter, parked),
                headers(letter),
                fields(letter.frame().body()));
    }

    private static SortedMap<String, String> headers(DeadLetter letter) {
        var ours = new TreeMap<String, String>();
        letter.headers().forEach((name, value) -> {
            if (name.startsWith("Vigil-")
                    || name.startsWith("X-")
                    || name.equals(HeaderNames.MESSAGE_ID)
                    || name.equals(HeaderNames.TRACEPARENT)) {
                ours.put(name, value);
            }
        });
        return ours;
    }

    private static List<String> fields(byte[] body) {
        try {
            return Json.mapper().readTree(body).properties().stream()
                    .filter(field -> FIELD.matcher(field.getKey()).matches())
                    .flatMap(field -> paths(field).stream())
                    .limit(MOST_FIELDS)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static List<String> paths(Map.Entry<String, JsonNode> field) {
        if (!field.getValue().isObject()) {
            return List.of(field.getKey());
        }
        return field.getValue().propertyNames().stream()
                .filter(name -> FIELD.matcher(name).matches())
                .map(name -> field.getKey() + "." + name)
                .toList();
    }
}
