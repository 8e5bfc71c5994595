package io.vigil.eval.sample;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a file.
 *
 * @param place where it stands
 * @param fields the object
 */
public record Row(Sample.Place place, JsonNode fields) {

    /** A field that must be there. */
    public String required(String name) throws UnreadableFileException {
        String value = value(name);
        if (value == null) {
            throw new UnreadableFileException(place, "has no " + name);
        }
        return value;
    }

    /** A field that may be missing. */
    public String optional(String name, String otherwise) {
        String value = value(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** A row that is not as it should be. */
    public UnreadableFileException refused(String why) {
        return new UnreadableFileException(place, why);
    }

    private @Nullable String value(String name) {
        JsonNode field = fields.path(name);
        return field.isString() ? field.stringValue() : null;
    }
}
