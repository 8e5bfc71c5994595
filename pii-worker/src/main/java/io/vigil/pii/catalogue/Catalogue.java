package io.vigil.pii.catalogue;

import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.NamedEntity;
import io.vigil.pii.recogniser.Recogniser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The recognisers there are, one for each entity type, in the order of the documents. Immutable. */
public final class Catalogue {

    private final Map<String, Recogniser> recognisers;

    /**
     * Takes recognisers.
     *
     * @throws IllegalStateException where an entity has two
     */
    public Catalogue(List<Recogniser> recognisers) {
        var byEntity = new LinkedHashMap<String, Recogniser>();
        for (Recogniser recogniser : recognisers) {
            if (byEntity.put(recogniser.entry().entity(), recogniser) != null) {
                throw new IllegalStateException(
                        "two recognisers for " + recogniser.entry().entity());
            }
        }
        this.recognisers = byEntity;
    }

    /** The catalogue that comes with the worker. */
    public static Catalogue shipped() {
        return new Catalogue(ShippedRecognisers.ALL);
    }

    /** All recognisers. */
    public List<Recogniser> all() {
        return List.copyOf(recognisers.values());
    }

    /** The recognisers that run unless settings say otherwise. */
    public List<Recogniser> enabled() {
        return recognisers.values().stream()
                .filter(recogniser -> recogniser.entry().enabled())
                .toList();
    }

    /** What the catalogue says, line by line. */
    public List<CatalogueEntry> entries() {
        return recognisers.values().stream().map(Recogniser::entry).toList();
    }

    /** Entity types that are names, which depend on the language of a text. */
    public Set<String> names() {
        return recognisers.values().stream()
                .filter(NamedEntity.class::isInstance)
                .map(recogniser -> recogniser.entry().entity())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands in a redacted text for an entity type; {@code [TYPE]} for types without a line. */
    public String token(String entity) {
        Recogniser recogniser = recognisers.get(entity);
        return recogniser == null ? "[" + entity + "]" : recogniser.entry().token();
    }
}
