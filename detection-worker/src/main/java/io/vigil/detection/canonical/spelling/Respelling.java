package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes words as they are meant that are spelled in a roundabout way. Thread-safe. */
public final class Respelling {

    /** What a glance at a text saw. */
    public enum Reason {
        /** Letters could be spaced out, or words run together. */
        SPACED,
        /** Digits could stand for letters. */
        LEET,
        /** Letters are repeated. */
        STRETCHED,
        /** Markup could cut words. */
        CUT,
        /** Words could be run together with a capital each. */
        HUMPED
    }

    private final MarkupStripping markup = new MarkupStripping();
    private final Splitting splitting = new Splitting();
    private final Unspacing unspacing = new Unspacing();
    private final Unleeting unleeting = new Unleeting();
    private final Squeezing squeezing = new Squeezing();

    /**
     * The respelled text.
     *
     * @param words in place; empty where nothing was respelled, two where a one can stand for either of two letters
     * @param letters words that lost their boundaries; empty or one
     */
    public record Respelled(List<MappedText> words, List<MappedText> letters) {}

    /** Respells a cleaned text for the given reasons; linear in its length. */
    public Respelled apply(MappedText source, Set<Reason> reasons, Traces traces) {
        MappedText current = reasons.contains(Reason.CUT) ? markup.apply(source, traces) : source;
        current = reasons.contains(Reason.HUMPED) ? splitting.apply(current) : current;
        var letters = new ArrayList<MappedText>(1);
        if (reasons.contains(Reason.SPACED)) {
            Unspacing.Joined joined = unspacing.apply(current, traces);
            current = joined.words();
            letters.add(joined.letters());
        }
        MappedText unread = current;
        boolean signs = reasons.contains(Reason.LEET) || reasons.contains(Reason.SPACED);
        current = signs ? unleeting.apply(current, traces) : current;
        MappedText withL = current == unread ? current : Unleeting.withL(unread, current);
        boolean stretched = reasons.contains(Reason.STRETCHED);
        var words = new ArrayList<MappedText>(2);
        if (withL != current) {
            words.add(stretched ? squeezing.apply(withL, new Traces()) : withL);
        }
        current = stretched ? squeezing.apply(current, traces) : current;
        if (current != source) {
            words.addFirst(current);
        }
        letters.removeIf(text -> text.length() == 0);
        letters.replaceAll(text -> unleeting.apply(text, traces));
        return new Respelled(words, letters);
    }
}
