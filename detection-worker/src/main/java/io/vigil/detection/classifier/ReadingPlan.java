package io.vigil.detection.classifier;

import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.canonical.View;
import io.vigil.message.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What of a text goes to the transformer, and in which order: the windows of all readings, the most suspicious by their
 * n-grams first. What two readings have in common is read once.
 *
 * @param batches windows of about one length that go in one run
 * @param total how many windows the text has; more than the batches hold and the screen settled where the bound left some out
 * @param settled how many of them the n-grams settled
 * @param estimate the highest log-odds of those; negative infinity without any
 */
record ReadingPlan(List<List<Passage>> batches, int total, int settled, double estimate) {
    private static final int BATCH = 4;
    /** Sequences whose lengths differ by less than this go in one run: what padding costs stays small. */
    private static final int BUCKET = 8;

    ReadingPlan {
        batches = List.copyOf(batches);
    }

    /**
     * A window and the reading it belongs to.
     *
     * @param view leads back to the original
     */
    record Passage(View view, Excerpt excerpt) {}

    /**
     * Plans the reading of a text.
     *
     * @param most how many windows the transformer reads at most, 1 or more; the n-grams alone read all
     */
    static ReadingPlan of(CanonicalText text, Source source, TextClassifier classifier, int most) {
        var passages = new ArrayList<Passage>();
        var seen = new HashSet<String>();
        for (View view : text.views()) {
            if (view.kind().words()) {
                // Only other readings repeat in vain: the same words at another place of this one are another place.
                var fresh = classifier.excerpts(view.text(), source).stream()
                        .filter(excerpt -> !seen.contains(excerpt.words()))
                        .toList();
                fresh.forEach(excerpt -> passages.add(new Passage(view, excerpt)));
                fresh.forEach(excerpt -> seen.add(excerpt.words()));
            }
        }
        passages.sort(Comparator.comparingDouble(
                        (Passage passage) -> passage.excerpt().ngramLogit())
                .reversed());
        var screen = classifier.spec().screen();
        int open = screen == null ? passages.size() : unsettled(passages, screen);
        var left = passages.subList(0, open);
        var chosen = classifier.hasModel() ? spread(left, most) : left;
        return new ReadingPlan(
                batches(chosen),
                passages.size(),
                passages.size() - open,
                screen == null || open == passages.size()
                        ? Double.NEGATIVE_INFINITY
                        : screen.estimate(passages.get(open).excerpt().ngramLogit()));
    }

    /** How many of them the screen leaves to the transformer. */
    private static int unsettled(List<Passage> ranked, ClassifierSpec.NgramScreen screen) {
        return (int) ranked.stream()
                .takeWhile(passage -> !screen.settles(passage.excerpt().ngramLogit()))
                .count();
    }

    /** The first of them where the n-grams tell them apart, evenly spread ones where they do not. */
    private static List<Passage> spread(List<Passage> passages, int most) {
        int count = passages.size();
        if (count <= most) {
            return passages;
        }
        boolean ranked = passages.getFirst().excerpt().ngramLogit()
                > passages.getLast().excerpt().ngramLogit();
        if (ranked) {
            return passages.subList(0, most);
        }
        var chosen = new ArrayList<Passage>(most);
        for (int i = 0; i < most; i++) {
            chosen.add(passages.get((int) ((long) i * (count - 1) / Math.max(1, most - 1))));
        }
        return chosen;
    }

    private static List<List<Passage>> batches(List<Passage> passages) {
        var batches = new ArrayList<List<Passage>>();
        var left = new ArrayList<>(passages);
        while (!left.isEmpty()) {
            int bucket = bucket(left.getFirst());
            var batch = left.stream()
                    .filter(passage -> bucket(passage) == bucket)
                    .limit(BATCH)
                    .toList();
            left.removeAll(batch);
            batches.add(batch);
        }
        return batches;
    }

    private static int bucket(Passage passage) {
        return passage.excerpt().window().length() / BUCKET;
    }
}
