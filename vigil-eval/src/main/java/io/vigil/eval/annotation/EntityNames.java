package io.vigil.eval.annotation;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names of annotated files stand for which entity of the catalogue, and which entity may answer for which. */
public final class EntityNames {

    private static final String SHIPPED = "/io/vigil/eval/entity-names.json";

    private final Map<String, String> catalogueNames = new HashMap<>();
    private final Map<String, List<String>> answers;
    private final Set<String> names;

    private EntityNames(Document document) {
        document.names().forEach((name, others) -> {
            catalogueNames.put(name, name);
            others.forEach(other -> catalogueNames.put(other, name));
        });
        this.names = Set.copyOf(document.names().keySet());
        this.answers = Map.copyOf(document.answers());
    }

    /**
     * The file behind it.
     *
     * @param names the catalogue's names, each with other names for the same
     * @param answers for an annotated name what else counts as having found it
     */
    record Document(Map<String, List<String>> names, Map<String, List<String>> answers) {}

    /** The names that are shipped; documented in {@code docs/evaluation.md}. */
    public static EntityNames shipped() {
        try (InputStream json = EntityNames.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IllegalStateException("no " + SHIPPED + " on the class path");
            }
            return new EntityNames(Json.strictMapper().readValue(json, Document.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue's name for an entity of a file; unknown names stay as they are. */
    public String catalogueName(String entity) {
        return catalogueNames.getOrDefault(entity, entity);
    }

    /** Whether the catalogue has an entity of this name. */
    public boolean isInCatalogue(String entity) {
        return names.contains(entity);
    }

    /** Whether something found as one entity counts as having found another. */
    public boolean answers(String found, String annotated) {
        return found.equals(annotated)
                || answers.getOrDefault(annotated, List.of()).contains(found);
    }
}
