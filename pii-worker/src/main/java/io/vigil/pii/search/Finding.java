package io.vigil.pii.search;

import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import java.util.List;

/**
 * What was found in a text.
 *
 * @param report what travels on, with the tokens of the catalogue
 * @param embedded what the embedded recognisers found, in no order, possibly overlapping
 * @param tagged what the model for names found, likewise
 */
public record Finding(PiiReport report, List<PiiEntity> embedded, List<PiiEntity> tagged) {

    /** Who finds things. */
    public enum Engine {
        /** A recogniser of the catalogue. */
        EMBEDDED,
        /** The operator's model for names. */
        NER,
        /** The Presidio service. */
        PRESIDIO
    }

    public Finding {
        embedded = List.copyOf(embedded);
        tagged = List.copyOf(tagged);
    }

    /** Who found an entity of the report. */
    public Engine engineOf(PiiEntity entity) {
        return isAmong(embedded, entity) ? Engine.EMBEDDED : isAmong(tagged, entity) ? Engine.NER : Engine.PRESIDIO;
    }

    private static boolean isAmong(List<PiiEntity> candidates, PiiEntity entity) {
        return candidates.stream()
                .anyMatch(candidate -> candidate.type().equals(entity.type())
                        && candidate.span().overlaps(entity.span())
                        && candidate.score() == entity.score());
    }
}
