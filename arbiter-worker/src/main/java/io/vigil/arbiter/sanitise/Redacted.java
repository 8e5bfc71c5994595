package io.vigil.arbiter.sanitise;

import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with personal data redacted and everything else as it was: what may be stored. */
public final class Redacted {

    private Redacted() {}

    /** The text with each entity replaced by its token. */
    public static String text(String text, List<PiiEntity> entities) {
        return Redaction.apply(text, replacements(text, entities));
    }

    static List<Replacement> replacements(String text, List<PiiEntity> entities) {
        var replacements = new ArrayList<Replacement>(entities.size());
        for (PiiEntity entity : entities) {
            within(text, entity.span())
                    .ifPresent(span -> replacements.add(new Replacement(span, entity.replacement())));
        }
        return replacements;
    }

    /** The part of a span that lies in the text: engines behind HTTP may count beyond its end. */
    static Optional<Span> within(String text, Span span) {
        if (span.start() >= text.length()) {
            return Optional.empty();
        }
        return Optional.of(span.end() <= text.length() ? span : new Span(span.start(), text.length()));
    }
}
