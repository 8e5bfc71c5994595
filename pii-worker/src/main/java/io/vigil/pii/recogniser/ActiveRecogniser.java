package io.vigil.pii.recogniser;

import com.google.re2j.Matcher;
import io.vigil.message.PiiEntity;
import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.ContextWords.Hint;
import io.vigil.pii.shadow.ShadowText;
import io.vigil.pii.shadow.Window;
import java.util.List;

/**
 * A recogniser at work. A match counts where its checksum is valid and its shape certain, or where the checksum is not
 * invalid and a context word stands beside it.
 */
public final class ActiveRecogniser {

    /** What a context word adds to the score: the value that Presidio uses. */
    private static final double CONTEXT_BOOST = 0.35;
    /** What a missing proof takes from the score. */
    private static final double UNPROVEN = 0.2;

    private final Recogniser recogniser;
    private final CatalogueEntry entry;

    ActiveRecogniser(Recogniser recogniser, CatalogueEntry entry) {
        this.recogniser = recogniser;
        this.entry = entry;
    }

    /** Adds what it finds in a text; values of different shapes may overlap. */
    void find(ShadowText view, List<PiiEntity> found) {
        for (Shape shape : recogniser.shapes()) {
            for (Window window : view.windows(shape.anchor())) {
                if (window.digits() >= shape.digits()) {
                    search(view, window, shape, found);
                }
            }
        }
    }

    private void search(ShadowText view, Window window, Shape shape, List<PiiEntity> found) {
        Matcher matcher = shape.pattern().matcher(window.text());
        int from = 0;
        while (from < window.text().length() && matcher.find(from)) {
            String match = matcher.group();
            int extent = recogniser.extent(match);
            int start = window.start() + matcher.start();
            double score = extent == 0 ? 0 : weigh(view.text(), start, match.substring(0, extent), shape);
            if (score > 0) {
                found.add(new PiiEntity(entry.entity(), view.origin(start, start + extent), score, entry.token()));
                from = matcher.start() + extent;
            } else {
                from = afterRun(window.text(), matcher.start());
            }
        }
    }

    private double weigh(String text, int start, String match, Shape shape) {
        int end = start + match.length();
        if (Neighbours.cut(text, start, end)) {
            return 0;
        }
        Checksum checksum = recogniser.check(match);
        if (checksum == Checksum.INVALID) {
            return 0;
        }
        Hint hint = recogniser.context().read(text, start, end);
        boolean favoured = hint == Hint.FAVOUR;
        boolean certain = checksum == Checksum.VALID
                && shape.certain()
                && hint != Hint.AGAINST
                && !Neighbours.joined(text, start, end);
        if (!favoured && !certain) {
            return 0;
        }
        double score = checksum == Checksum.VALID ? entry.score() : entry.score() - UNPROVEN;
        return Math.min(1, favoured ? score + CONTEXT_BOOST : score);
    }

    /** Behind the letters and digits that begin at a position: where another value may begin. */
    private static int afterRun(String text, int start) {
        int i = start + 1;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
