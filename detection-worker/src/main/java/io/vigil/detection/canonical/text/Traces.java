package io.vigil.detection.canonical.text;

import java.util.EnumMap;
import java.util.Map;

/** Counts what the canonical room took off. Filled while one text is worked on; not thread-safe. */
public final class Traces {

    private final Map<Disguise, Integer> counts = new EnumMap<>(Disguise.class);

    /** Adds to the count of one disguise. */
    public void add(Disguise disguise, int number) {
        if (number > 0) {
            counts.merge(disguise, number, Integer::sum);
        }
    }

    /** How often one disguise was seen. */
    public int count(Disguise disguise) {
        return counts.getOrDefault(disguise, 0);
    }

    /** Whether none was seen. */
    public boolean none() {
        return counts.isEmpty();
    }
}
