package io.vigil.api.check;

import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The fields of one body as they are read, and what is wrong with them. Used by one thread. */
final class CheckFields {

    private static final Map<String, Source> SOURCES = sources();

    private final List<FieldFault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String text = "";
    private Mode mode = Mode.FULL;
    private boolean returnDecisionProcess;
    private @Nullable Source source;

    /** Takes the text; null stands for anything that is not a string. */
    void text(@Nullable String value) {
        once("/text");
        if (value == null) {
            fault("/text", "must be a string");
            return;
        }
        TextFault.of(value).ifPresent(wrong -> fault("/text", wrong.detail()));
        text = value;
    }

    void mode(JsonToken token, String value) {
        once("/mode");
        if (token == JsonToken.VALUE_NULL || value.equals(Mode.FULL.wireName())) {
            mode = Mode.FULL;
        } else if (value.equals(Mode.FAST.wireName())) {
            mode = Mode.FAST;
        } else {
            fault("/mode", "must be one of: fast, full");
        }
    }

    void source(JsonToken token, String value) {
        once("/source");
        source = SOURCES.get(value);
        if (source == null && token != JsonToken.VALUE_NULL) {
            fault("/source", "must be one of: " + String.join(", ", SOURCES.keySet()));
        }
    }

    void returnDecisionProcess(JsonToken token) {
        once("/return_decision_process");
        switch (token) {
            case VALUE_TRUE -> returnDecisionProcess = true;
            case VALUE_FALSE, VALUE_NULL -> returnDecisionProcess = false;
            default -> fault("/return_decision_process", "must be true or false");
        }
    }

    /** Takes what was said about a field of one endpoint; null is nothing. */
    void extra(String name, @Nullable String complaint) {
        once("/" + name);
        if (complaint != null) {
            fault("/" + name, complaint);
        }
    }

    BodyRead read() {
        if (!seen.contains("/text")) {
            fault("/text", "is required");
        }
        return faults.isEmpty()
                ? new BodyRead.Accepted(new CheckBody(text, mode, returnDecisionProcess, source))
                : new BodyRead.Faulty(faults);
    }

    private static Map<String, Source> sources() {
        var byName = new LinkedHashMap<String, Source>();
        for (Source source : Source.values()) {
            byName.put(source.wireName(), source);
        }
        return byName;
    }

    /** Two values for one field would let two readers of the same body see different texts. */
    private void once(String pointer) {
        if (!seen.add(pointer)) {
            fault(pointer, "must be given once");
        }
    }

    private void fault(String pointer, String detail) {
        faults.add(new FieldFault(pointer, detail));
    }
}
