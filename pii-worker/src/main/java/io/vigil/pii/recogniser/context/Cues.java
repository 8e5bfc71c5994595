package io.vigil.pii.recogniser.context;

import io.vigil.pii.recogniser.context.ContextIndex.Voice;
import java.util.Arrays;
import java.util.List;

/** The context words of one text, by where they end. */
public final class Cues {

    private static final int[] NO_PLACES = {};

    private final List<ContextWords> contexts;
    private final int reach;
    private final String text;
    private int size;
    private int[] starts = NO_PLACES;
    private int[] ends = NO_PLACES;
    private List<Voice>[] voices = newVoices(0);

    Cues(List<ContextWords> contexts, int reach, String text) {
        this.contexts = contexts;
        this.reach = reach;
        this.text = text;
    }

    /** Takes the next word; they come ordered by their end. */
    void add(int start, int end, List<Voice> said) {
        if (said.isEmpty()) {
            return;
        }
        if (size == starts.length) {
            int room = Math.max(16, size * 2);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            voices = Arrays.copyOf(voices, room);
        }
        starts[size] = start;
        ends[size] = end;
        voices[size] = said;
        size++;
    }

    /** Whether any word of any recogniser stands near a part of the text. */
    public boolean near(int start, int end) {
        int first = firstEndingAfter(start - reach - 1);
        return first < size && starts[first] <= end + reach;
    }

    /**
     * What the nearest word before a part of the text says; where there is none, whether a word in favour stands behind it
     * in the same clause.
     *
     * @param recogniser the recogniser's number
     */
    public Hint hint(int recogniser, int start, int end) {
        ContextWords words = contexts.get(recogniser);
        int behind = firstEndingAfter(start);
        Hint before = before(recogniser, behind - 1, start - words.left());
        boolean silent = before == Hint.NONE && words.right() > 0;
        return silent && favouredBehind(recogniser, behind, end, end + words.right()) ? Hint.FAVOUR : before;
    }

    private Hint before(int recogniser, int last, int from) {
        for (int i = last; i >= 0 && ends[i] > from; i--) {
            Hint hint = starts[i] >= from ? said(i, recogniser) : Hint.NONE;
            if (hint != Hint.NONE) {
                return longest(recogniser, i, from, hint);
            }
        }
        return Hint.NONE;
    }

    /** Of words that end together the longest decides: {@code order number} is no {@code number}. */
    private Hint longest(int recogniser, int index, int from, Hint shorter) {
        Hint hint = shorter;
        int start = starts[index];
        for (int i = index - 1; i >= 0 && ends[i] == ends[index]; i--) {
            Hint other = starts[i] >= from && starts[i] < start ? said(i, recogniser) : Hint.NONE;
            if (other != Hint.NONE) {
                hint = other;
                start = starts[i];
            }
        }
        return hint;
    }

    private boolean favouredBehind(int recogniser, int first, int end, int to) {
        int limit = clauseEnd(end, Math.min(to, text.length()));
        for (int i = first; i < size && ends[i] <= limit; i++) {
            if (starts[i] >= end && said(i, recogniser) == Hint.FAVOUR) {
                return true;
            }
        }
        return false;
    }

    private int clauseEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean sentence = (c == '.' || c == '!' || c == '?') && i + 1 < to && text.charAt(i + 1) == ' ';
            if (c == ',' || c == ';' || c == '\n' || sentence) {
                return i;
            }
        }
        return to;
    }

    private Hint said(int index, int recogniser) {
        for (Voice voice : voices[index]) {
            if (voice.recogniser() == recogniser) {
                return voice.hint();
            }
        }
        return Hint.NONE;
    }

    private int firstEndingAfter(int position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Voice>[] newVoices(int size) {
        return new List[size];
    }
}
