package io.vigil.pii.recogniser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Which recognisers run, and with which score and token. Read once, at start. */
public final class Catalogue {

    private static final String SHIPPED = "/io/vigil/pii/catalogue.json";

    private final Map<String, CatalogueEntry> entries;

    /**
     * Takes the lines of a catalogue.
     *
     * @throws IllegalStateException where an entity has two lines
     */
    public Catalogue(List<CatalogueEntry> lines) {
        var byEntity = new LinkedHashMap<String, CatalogueEntry>();
        for (CatalogueEntry line : lines) {
            if (byEntity.put(line.entity(), line) != null) {
                throw new IllegalStateException("catalogue has two lines for " + line.entity());
            }
        }
        this.entries = byEntity;
    }

    /** The catalogue that comes with the worker. */
    public static Catalogue shipped() {
        try (InputStream json = Catalogue.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IllegalStateException("no " + SHIPPED + " on the class path");
            }
            return new Catalogue(List.of(new JsonMapper().readValue(json, CatalogueEntry[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a redacted text for an entity type; {@code [TYPE]} for types without a line. */
    public String token(String entity) {
        var entry = entries.get(entity);
        return entry == null ? "[" + entity + "]" : entry.token();
    }

    /**
     * Pairs lines and classes.
     *
     * @return one for each enabled line, in the catalogue's order
     * @throws IllegalStateException where a line and a class disagree, or one has no counterpart
     */
    public List<ActiveRecogniser> activate(List<Recogniser> recognisers) {
        var classes = new LinkedHashMap<String, Recogniser>();
        for (Recogniser recogniser : recognisers) {
            if (classes.put(recogniser.entity(), recogniser) != null) {
                throw new IllegalStateException("two recognisers for " + recogniser.entity());
            }
        }
        if (!classes.keySet().equals(entries.keySet())) {
            throw new IllegalStateException(
                    "catalogue names " + entries.keySet() + ", recognisers are " + classes.keySet());
        }
        var active = new ArrayList<ActiveRecogniser>();
        entries.forEach((entity, entry) -> {
            var recogniser = Objects.requireNonNull(classes.get(entity));
            if (!recogniser.context().languages().equals(entry.languages())) {
                throw new IllegalStateException("catalogue gives " + entity + " the languages " + entry.languages()
                        + ", its recogniser knows " + recogniser.context().languages());
            }
            if (entry.enabled()) {
                active.add(new ActiveRecogniser(recogniser, entry));
            }
        });
        return List.copyOf(active);
    }
}
