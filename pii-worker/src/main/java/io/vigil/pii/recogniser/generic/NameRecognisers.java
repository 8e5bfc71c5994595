package io.vigil.pii.recogniser.generic;

import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.NamedEntity;
import io.vigil.pii.recogniser.context.ContextWords;
import io.vigil.pii.recogniser.name.Mention;
import java.util.List;

/** Names of persons, addresses, places and organisations. */
public final class NameRecognisers {

    private static final String SOURCE = "word lists and grammar, ADR 55";
    private static final int WINDOW = 20;

    /** The recognisers. */
    public static final List<NamedEntity> ALL = List.of(
            of(
                    CatalogueEntry.on("PERSON", "[PERSON]", 0.75, CatalogueEntry.ANYWHERE, SOURCE),
                    Mention.Kind.PERSON,
                    words("my name is", "nazywam sie")),
            of(
                    CatalogueEntry.on("ADDRESS", "[ADDRESS]", 0.80, CatalogueEntry.ANYWHERE, SOURCE),
                    Mention.Kind.ADDRESS,
                    words("home address", "adres zamieszkania")),
            of(
                    CatalogueEntry.on("LOCATION", "[LOCATION]", 0.75, CatalogueEntry.ANYWHERE, SOURCE),
                    Mention.Kind.PLACE,
                    words("lives in", "mieszka w")),
            of(
                    CatalogueEntry.on("ORGANIZATION", "[ORGANIZATION]", 0.65, CatalogueEntry.ANYWHERE, SOURCE),
                    Mention.Kind.ORGANISATION,
                    words("company name", "nazwa firmy")));

    private NameRecognisers() {}

    private static NamedEntity of(CatalogueEntry entry, Mention.Kind kind, ContextWords words) {
        return new NamedEntity(entry, kind, words);
    }

    private static ContextWords words(String english, String polish) {
        return ContextWords.within(WINDOW, 0).in("en", english).in("pl", polish);
    }
}
