package io.vigil.detection.semantic;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Sends windows to the model for the sake of added attacks, of which the weights of the screen know nothing. No count of
 * words bounds the similarity of two meanings, so a text of up to {@value #MOST} windows goes there whole; of a longer
 * one, the windows that hold the largest share of the word pieces of some added attack, so that a copy of it comes
 * first. What the screen sends goes there all the same. Immutable, thread-safe.
 */
final class AddedScreen {
    static final int MOST = 64;
    static final AddedScreen NONE = new AddedScreen(List.of());

    private final int[] sizes;
    private final Map<Integer, int[]> holders;

    private AddedScreen(List<int[]> attacks) {
        var found = new HashMap<Integer, List<Integer>>();
        for (int attack = 0; attack < attacks.size(); attack++) {
            for (int piece : attacks.get(attack)) {
                found.computeIfAbsent(piece, any -> new ArrayList<>()).add(attack);
            }
        }
        this.sizes = attacks.stream().mapToInt(pieces -> pieces.length).toArray();
        this.holders = new HashMap<>();
        found.forEach((piece, where) ->
                holders.put(piece, where.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * For attacks of these word pieces.
     *
     * @param attacks vocabulary ids of each, one or more; repeated ones count once
     */
    static AddedScreen of(Collection<int[]> attacks) {
        return new AddedScreen(attacks.stream()
                .map(ids -> Arrays.stream(ids).distinct().toArray())
                .toList());
    }

    /** The windows that the screen sends, in its order, and then those for the added attacks. */
    WindowScreen.Screened extend(WindowScreen.Screened screened, List<Window> windows, Tokens tokens) {
        if (sizes.length == 0) {
            return screened;
        }
        var suspicious = new LinkedHashSet<>(screened.suspicious());
        suspicious.addAll(windows.size() <= MOST ? windows : nearest(windows, tokens));
        return new WindowScreen.Screened(List.copyOf(suspicious), screened.settled());
    }

    private List<Window> nearest(List<Window> windows, Tokens tokens) {
        record Ranked(Window window, double share) {}
        var shared = new int[sizes.length];
        return windows.stream()
                .map(window -> new Ranked(window, share(window, tokens, shared)))
                .sorted(Comparator.comparingDouble(Ranked::share).reversed())
                .limit(MOST)
                .map(Ranked::window)
                .toList();
    }

    /** The largest share of an attack's distinct pieces that the window holds, 0 to 1. */
    private double share(Window window, Tokens tokens, int[] shared) {
        Arrays.fill(shared, 0);
        double largest = 0;
        int[] ids = tokens.distinct(window);
        for (int id : ids) {
            for (int attack : holders.getOrDefault(id, new int[0])) {
                largest = Math.max(largest, (double) ++shared[attack] / sizes[attack]);
            }
        }
        return largest;
    }
}
