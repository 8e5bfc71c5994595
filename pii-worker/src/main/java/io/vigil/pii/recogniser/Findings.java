package io.vigil.pii.recogniser;

import io.vigil.message.PiiEntity;
import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.context.ContextIndex;
import io.vigil.pii.recogniser.context.Cues;
import io.vigil.pii.recogniser.context.Hint;
import io.vigil.pii.shadow.ShadowText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What counts of all that looks like a value in one text. A value counts where its checksum is valid and its form
 * certain, or where the checksum is not invalid and a context word stands beside it. Of values of one recogniser that
 * overlap the best counts: highest score, then longest, then first.
 */
final class Findings {

    /** What a context word adds to the score: the value that Presidio uses. */
    private static final double CONTEXT_BOOST = 0.35;
    /** What a missing proof takes from the score. */
    private static final double UNPROVEN = 0.2;

    private final List<Recogniser> recognisers;
    private final ContextIndex index;
    private final ShadowText view;
    private final String text;
    private final @Nullable Finding[] latest;
    private final List<Finding> settled = new ArrayList<>();

    private @Nullable Cues cues;

    Findings(List<Recogniser> recognisers, ContextIndex index, ShadowText view) {
        this.recognisers = recognisers;
        this.index = index;
        this.view = view;
        this.text = view.text();
        this.latest = new Finding[recognisers.size()];
    }

    /** Whether any context word stands near a part of the text. */
    boolean hasWordsNear(int start, int end) {
        return cues().near(start, end);
    }

    /**
     * Weighs something that looks like a value.
     *
     * @param recogniser number of the recogniser that it is for
     * @param checksum asked only where nothing else speaks against the value
     * @return whether it is proved and counts
     */
    boolean add(int recogniser, int start, int end, boolean certain, Supplier<Checksum> checksum) {
        if (Neighbours.cut(text, start, end)) {
            return false;
        }
        Hint hint = cues().hint(recogniser, start, end);
        boolean favoured = hint == Hint.FAVOUR;
        boolean alone = certain && hint == Hint.NONE && !Neighbours.joined(text, start, end);
        if (!favoured && !alone) {
            return false;
        }
        Checksum answer = checksum.get();
        if (answer == Checksum.INVALID || (answer == Checksum.UNKNOWN && !favoured)) {
            return false;
        }
        double base = recognisers.get(recogniser).entry().score();
        double proved = answer == Checksum.VALID ? base : base - UNPROVEN;
        double score = Math.min(1, favoured ? proved + CONTEXT_BOOST : proved);
        keep(new Finding(recogniser, start, end, witnessed(recogniser, start, end, score)));
        return answer == Checksum.VALID;
    }

    /** Two decimals: 0.95 - 0.05 is less than 0.9 in binary fractions. */
    private double witnessed(int recogniser, int start, int end, double score) {
        double more = recognisers.get(recogniser) instanceof Identifier identifier
                ? identifier.witness().weigh(text, start, end)
                : 0;
        return more == 0 ? score : Math.clamp(Math.round((score + more) * 100) / 100.0, 0, 1);
    }

    /** Takes a name, which was weighed with the words beside it when it was found. */
    void addName(int recogniser, int start, int end, double score) {
        settled.add(new Finding(recogniser, start, end, score));
    }

    /** Everything that counts, in no order; values of different recognisers may overlap. */
    List<PiiEntity> entities() {
        for (Finding finding : latest) {
            if (finding != null) {
                settled.add(finding);
            }
        }
        var entities = new ArrayList<PiiEntity>(settled.size());
        for (Finding finding : settled) {
            var entry = recognisers.get(finding.recogniser).entry();
            var span = view.origin(finding.start, finding.end);
            entities.add(new PiiEntity(entry.entity(), span, finding.score, entry.token()));
        }
        return entities;
    }

    private void keep(Finding finding) {
        Finding before = latest[finding.recogniser];
        if (before != null && before.end > finding.start) {
            latest[finding.recogniser] = finding.isBetterThan(before) ? finding : before;
            return;
        }
        if (before != null) {
            settled.add(before);
        }
        latest[finding.recogniser] = finding;
    }

    private Cues cues() {
        Cues known = cues;
        if (known == null) {
            known = index.read(text);
            cues = known;
        }
        return known;
    }

    private record Finding(int recogniser, int start, int end, double score) {

        boolean isBetterThan(Finding other) {
            return score > other.score || (score == other.score && end - start > other.end - other.start);
        }
    }
}
