package io.vigil.detection.semantic.exemplar;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;

/**
 * The known attacks and the known harmless texts.
 *
 * @param attacks at least one, ids unique
 * @param safe at least one, ids unique
 */
public record Exemplars(List<Exemplar> attacks, List<Exemplar> safe) {
    /** Refuses ids and texts that come twice. */
    public Exemplars {
        attacks = unique(attacks);
        safe = unique(safe);
    }

    /** Reads two JSON lists of {@code {id, category, text}}; unknown keys are refused. Closes the streams. */
    public static Exemplars read(InputStream attacks, InputStream safe) throws IOException {
        try (attacks;
                safe) {
            return new Exemplars(list(attacks), list(safe));
        }
    }

    private static List<Exemplar> list(InputStream json) {
        return List.of(Json.strictMapper().readValue(json, Exemplar[].class));
    }

    private static List<Exemplar> unique(List<Exemplar> exemplars) {
        var ids = new HashSet<String>();
        var texts = new HashSet<String>();
        for (var exemplar : exemplars) {
            if (!ids.add(exemplar.id()) || !texts.add(exemplar.text())) {
                throw new IllegalArgumentException("exemplar " + exemplar.id() + " is there twice");
            }
        }
        if (exemplars.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one exemplar of each kind");
        }
        return List.copyOf(exemplars);
    }
}
