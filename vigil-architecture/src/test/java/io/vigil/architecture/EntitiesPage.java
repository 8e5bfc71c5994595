package io.vigil.architecture;

import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.recogniser.Recogniser;
import java.util.List;
import java.util.Locale;

/** The kinds of personal data that the PII worker knows, from its catalogue. */
final class EntitiesPage {

    private EntitiesPage() {}

    static String build() {
        return Markdown.page("Kinds of personal data", "the catalogue of the PII worker")
                .paragraph(
                        "Score: certainty of a value that is proved, without context words. Every recogniser reads every"
                                + " text, whatever its language; the languages are those of its context words.")
                .table(
                        List.of("entity", "token", "by default", "country", "languages", "score", "source"),
                        Catalogue.shipped().all().stream()
                                .map(EntitiesPage::row)
                                .toList())
                .text();
    }

    private static List<String> row(Recogniser recogniser) {
        var entry = recogniser.entry();
        return List.of(
                Markdown.code(entry.entity()),
                Markdown.code(entry.token()),
                entry.enabled() ? "on" : "off",
                entry.region().isEmpty() ? "any" : entry.region(),
                String.join(
                        ", ", recogniser.context().languages().stream().sorted().toList()),
                String.format(Locale.ROOT, "%.2f", entry.score()),
                entry.source());
    }
}
