package io.vigil.api.clients;

import io.vigil.api.check.FieldFault;
import io.vigil.api.check.TextFault;
import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one text of an existing client. What the pipeline does not use is not looked at: clients differ in what
 * they send along, and none of it may cost them the check. Used by one thread.
 */
final class ClientFields {

    /** By their names on the wire. */
    static final Map<String, Source> SOURCES = sources();

    /** What is read of one text and what belongs to it. */
    static final Wanted WANTED = Wanted.scalars("prompt", "output", "text", "source", "mode", "originalPrompt")
            .and(Sender.WANTED);

    private final JsonNode object;
    private final Route route;
    private final String at;
    private final List<FieldFault> faults = new ArrayList<>();
    private @Nullable TextFault textFault;

    private ClientFields(JsonNode object, Route route, String at) {
        this.object = object;
        this.route = route;
        this.at = at;
    }

    /**
     * Reads one text.
     *
     * @param at JSON Pointer to the value; empty is the whole document
     */
    static ClientRead read(JsonNode value, Route route, String at) {
        if (!value.isObject()) {
            return new ClientRead.Faulty(List.of(new FieldFault(at, "must be a JSON object")), null);
        }
        return new ClientFields(value, route, at).read();
    }

    private ClientRead read() {
        String key = textKey();
        String text = text(key);
        if (textFault == null) {
            textFault = faults.isEmpty() ? TextFault.of(text).orElse(null) : null;
            if (textFault != null) {
                fault(key, textFault.detail());
            }
        }
        Source source = source();
        Mode mode = mode();
        originalPrompt();
        return faults.isEmpty() && source != null
                ? new ClientRead.Accepted(ClientText.of(text, source, mode, route, Sender.of(object)))
                : new ClientRead.Faulty(faults, textFault);
    }

    /** On the routes of inputs and outputs, a text that names its source is taken too. */
    private String textKey() {
        return object.hasNonNull("text") && !object.hasNonNull(route.key()) ? "text" : route.key();
    }

    private String text(String key) {
        JsonNode value = object.path(key);
        if (!key.equals("text") && object.hasNonNull("text")) {
            fault("text", "must not be given beside " + key);
        } else if (value.isMissingNode() || value.isNull()) {
            fault(key, "is required");
        } else if (!value.isString()) {
            fault(key, "must be a string");
        }
        return value.asString("");
    }

    private @Nullable Source source() {
        JsonNode value = object.path("source");
        if (value.isMissingNode() || value.isNull()) {
            if (route.usual() == null) {
                fault("source", "is required");
            }
            return route.usual();
        }
        Source source = SOURCES.get(value.asString(""));
        if (source == null) {
            fault("source", "must be one of: " + String.join(", ", SOURCES.keySet()));
        }
        return source;
    }

    private Mode mode() {
        JsonNode value = object.path("mode");
        if (value.isMissingNode() || value.isNull()) {
            return Mode.FULL;
        }
        for (Mode mode : Mode.values()) {
            if (value.isString() && mode.wireName().equals(value.asString(""))) {
                return mode;
            }
        }
        fault("mode", "must be one of: fast, full");
        return Mode.FULL;
    }

    private void originalPrompt() {
        JsonNode value = object.path("originalPrompt");
        if (value.isString()) {
            TextFault.of(value.asString(""))
                    .filter(wrong -> wrong != TextFault.BLANK)
                    .ifPresent(wrong -> fault("originalPrompt", wrong.detail()));
        }
    }

    private void fault(String key, String detail) {
        faults.add(new FieldFault(at + "/" + key, detail));
    }

    private static Map<String, Source> sources() {
        var byName = new LinkedHashMap<String, Source>();
        Arrays.stream(Source.values()).forEach(source -> byName.put(source.wireName(), source));
        return Collections.unmodifiableMap(byName);
    }
}
