package io.vigil.pii.search;

import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import java.util.List;

/**
 * What was found in a text.
 *
 * @param report what travels on, with the tokens of the catalogue
 * @param embedded what the embedded recognisers found, in no order, possibly overlapping
 */
public record Finding(PiiReport report, List<PiiEntity> embedded) {

    public Finding {
        embedded = List.copyOf(embedded);
    }

    /** Whether an entity of the report is as an embedded recogniser found it. */
    public boolean isEmbedded(PiiEntity entity) {
        return embedded.stream()
                .anyMatch(candidate -> candidate.type().equals(entity.type())
                        && candidate.span().overlaps(entity.span())
                        && candidate.score() == entity.score());
    }
}
