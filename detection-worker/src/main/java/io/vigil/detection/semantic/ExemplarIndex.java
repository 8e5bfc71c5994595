package io.vigil.detection.semantic;

import io.vigil.detection.semantic.exemplar.Exemplar;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The exemplars in force, embedded, and which windows they want to see. Immutable, thread-safe. */
final class ExemplarIndex {
    private final List<Entry> shippedAttacks;
    private final List<Entry> shippedSafe;
    private final List<Exemplar> attackNames;
    private final Neighbours attacks;
    private final Neighbours safe;
    private final AddedScreen added;

    private ExemplarIndex(
            List<Entry> shippedAttacks,
            List<Entry> shippedSafe,
            List<Entry> attacks,
            List<Entry> safe,
            AddedScreen added) {
        this.shippedAttacks = shippedAttacks;
        this.shippedSafe = shippedSafe;
        this.attackNames = attacks.stream().map(Entry::exemplar).toList();
        this.attacks = neighbours(attacks);
        this.safe = neighbours(safe);
        this.added = added;
    }

    /**
     * One place in the index; an exemplar may have several.
     *
     * @param exemplar whose place it is
     * @param embedding of length 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(Exemplar exemplar, float[] embedding) {}

    /** An index of what comes with the worker alone. */
    static ExemplarIndex shipped(List<Entry> attacks, List<Entry> safe) {
        return new ExemplarIndex(attacks, safe, attacks, safe, AddedScreen.NONE);
    }

    /** The shipped exemplars and these; one with the id of a shipped one stands in its place. */
    ExemplarIndex with(List<Entry> addedAttacks, List<Entry> addedSafe, AddedScreen screen) {
        return new ExemplarIndex(
                shippedAttacks,
                shippedSafe,
                merged(shippedAttacks, addedAttacks),
                merged(shippedSafe, addedSafe),
                screen);
    }

    /** What the screen leaves, and the windows that the added attacks want to see. */
    WindowScreen.Screened extend(WindowScreen.Screened screened, List<Window> windows, Tokens tokens) {
        return added.extend(screened, windows, tokens);
    }

    /** How a window compares whose embedding this is. */
    Likeness compare(Window window, float[] embedding) {
        var attack = attacks.nearest(embedding);
        return new Likeness(
                window,
                attackNames.get(attack.index()),
                attack.similarity(),
                safe.nearest(embedding).similarity());
    }

    private static List<Entry> merged(List<Entry> shipped, List<Entry> added) {
        var replaced = new HashSet<String>();
        added.forEach(entry -> replaced.add(entry.exemplar().id()));
        var merged = new ArrayList<Entry>(shipped.size() + added.size());
        shipped.stream()
                .filter(entry -> !replaced.contains(entry.exemplar().id()))
                .forEach(merged::add);
        merged.addAll(added);
        return merged;
    }

    private static Neighbours neighbours(List<Entry> entries) {
        return new Neighbours(entries.stream().map(Entry::embedding).toList());
    }
}
