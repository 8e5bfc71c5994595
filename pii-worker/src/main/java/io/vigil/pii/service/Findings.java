package io.vigil.pii.service;

import io.vigil.message.PiiEntity;
import io.vigil.message.PiiExplanation;
import io.vigil.message.PiiFinding;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.search.Finding;
import io.vigil.pii.settings.PiiSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entities as callers see them. Immutable. */
final class Findings {

    private final Map<String, CatalogueEntry> catalogue;

    Findings(List<CatalogueEntry> entries) {
        this.catalogue =
                entries.stream().collect(Collectors.toUnmodifiableMap(CatalogueEntry::entity, Function.identity()));
    }

    /** Where things are. */
    List<PiiFinding> plain(String text, List<PiiEntity> entities) {
        return of(text, entities, entity -> null, entity -> null);
    }

    /** Where things are, and why they count. */
    List<PiiFinding> explained(String text, Finding found, PiiSettings settings) {
        return of(text, found.report().entities(), entity -> null, entity -> why(entity, found, settings));
    }

    /** Where things were, and what stands there now. */
    List<PiiFinding> replaced(String text, List<PiiEntity> entities) {
        return of(text, entities, PiiEntity::replacement, entity -> null);
    }

    private PiiExplanation why(PiiEntity entity, Finding found, PiiSettings settings) {
        double threshold = settings.threshold(entity.type());
        Finding.Engine engine = found.engineOf(entity);
        CatalogueEntry entry = engine == Finding.Engine.EMBEDDED ? catalogue.get(entity.type()) : null;
        return new PiiExplanation(
                engine.name().toLowerCase(Locale.ROOT),
                entry == null ? null : entry.source(),
                entry == null ? null : entry.score(),
                threshold);
    }

    /** Counts code points from one entity to the next, so that all of them take one pass. */
    private static List<PiiFinding> of(
            String text,
            List<PiiEntity> entities,
            Function<PiiEntity, @Nullable String> replacement,
            Function<PiiEntity, @Nullable PiiExplanation> why) {
        var findings = new ArrayList<PiiFinding>(entities.size());
        int counted = 0;
        int points = 0;
        for (PiiEntity entity : entities) {
            int start = points + text.codePointCount(counted, entity.span().start());
            int end = start
                    + text.codePointCount(entity.span().start(), entity.span().end());
            findings.add(new PiiFinding(
                    entity.type(), start, end, entity.score(), replacement.apply(entity), why.apply(entity)));
            counted = entity.span().end();
            points = end;
        }
        return findings;
    }
}
