package io.vigil.detection.semantic.exemplar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exemplars that operators add while the workers run. Kept under key {@value #KEY} in the bucket {@code vigil-config} as
 * one JSON document; {@code docs/detectors/semantic.md} lists the keys. One that has the id of a shipped exemplar of the
 * same kind stands in its place.
 *
 * @param attacks known attacks, ids and texts unique
 * @param safe known harmless texts, ids and texts unique, none of them among the attacks
 */
public record AddedExemplars(List<AddedExemplar> attacks, List<AddedExemplar> safe) {
    /** Key in the bucket. */
    public static final String KEY = "exemplars";

    /** How many there may be, of both kinds together. */
    public static final int MOST = 500;

    /** Refuses a document that is not sound, by the name of the entry; messages are free of its texts. */
    public AddedExemplars {
        attacks = copy("attacks", attacks);
        safe = copy("safe", safe);
        if (attacks.size() + safe.size() > MOST) {
            throw new IllegalArgumentException("attacks and safe must be at most " + MOST + " together");
        }
        var texts = new HashSet<String>();
        unique("attacks", attacks, texts);
        unique("safe", safe, texts);
    }

    /** What holds while the bucket has no document. */
    public static AddedExemplars none() {
        return new AddedExemplars(List.of(), List.of());
    }

    private static List<AddedExemplar> copy(String kind, @Nullable List<AddedExemplar> entries) {
        if (entries == null) {
            throw new IllegalArgumentException(kind + " is missing; an empty list means none");
        }
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry == null) {
                throw new IllegalArgumentException(kind + "[" + i + "] is null");
            }
            entry.check(kind + "[" + i + "]");
        }
        return List.copyOf(entries);
    }

    private static void unique(String kind, List<AddedExemplar> entries, Set<String> texts) {
        var ids = new HashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            if (!ids.add(entries.get(i).id())) {
                throw new IllegalArgumentException(kind + "[" + i + "].id is there twice");
            }
            if (!texts.add(entries.get(i).text().strip())) {
                throw new IllegalArgumentException(kind + "[" + i + "].text is there twice");
            }
        }
    }
}
