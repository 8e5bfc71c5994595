package io.vigil.pii.tagger;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * The labels of a model by their index.
 *
 * @param byIndex at least one of them names an entity
 */
record Tags(List<Tag> byIndex) {

    private static final String BEGINS = "B-";
    private static final String INSIDE = "I-";

    Tags {
        byIndex = List.copyOf(byIndex);
    }

    /**
     * Reads the {@code id2label} of a {@code config.json}, and closes the stream.
     *
     * @param entities from label, without {@code B-} and {@code I-}, to entity type; other labels count as nothing
     * @throws IOException where it names no label that is among these
     */
    static Tags read(InputStream config, Map<String, String> entities) throws IOException {
        try (config) {
            var names = Json.mapper().readTree(config).path("id2label");
            var tags = new ArrayList<Tag>();
            for (int id = 0; names.has(Integer.toString(id)); id++) {
                tags.add(tag(names.path(Integer.toString(id)).asString(""), entities));
            }
            if (tags.stream().allMatch(tag -> tag.entity() == null)) {
                throw new IOException("no label of id2label is one of " + entities.keySet());
            }
            return new Tags(tags);
        } catch (JacksonException e) {
            throw new IOException("it is no JSON", e);
        }
    }

    private static Tag tag(String label, Map<String, String> entities) {
        boolean begins = label.startsWith(BEGINS);
        String type = begins || label.startsWith(INSIDE) ? label.substring(BEGINS.length()) : label;
        String entity = entities.get(type.toUpperCase(Locale.ROOT));
        return entity == null ? Tag.NONE : new Tag(entity, begins);
    }

    Tag get(int index) {
        return byIndex.get(index);
    }

    int size() {
        return byIndex.size();
    }
}
