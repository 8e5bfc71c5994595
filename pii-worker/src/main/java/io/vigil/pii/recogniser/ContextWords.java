package io.vigil.pii.recogniser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words that speak for or against a value beside them. Words are in lower case without Polish marks; a word with
 * {@code *} at its end stands for all that begin so, because Polish nouns change their endings.
 */
public final class ContextWords {

    private static final char ANY_ENDING = '*';

    private final int left;
    private final int right;
    private final Map<String, List<String>> byLanguage;
    private final Words inFavour;
    private final Words against;

    private ContextWords(int left, int right, Map<String, List<String>> byLanguage, List<String> against) {
        this.left = left;
        this.right = right;
        this.byLanguage = Map.copyOf(byLanguage);
        this.inFavour =
                Words.of(byLanguage.values().stream().flatMap(List::stream).toList());
        this.against = Words.of(against);
    }

    /**
     * No words yet.
     *
     * @param left how many characters before the value to read
     * @param right how many characters behind the value to read
     */
    public static ContextWords within(int left, int right) {
        return new ContextWords(left, right, Map.of(), List.of());
    }

    /** With words in favour, of one language by its ISO 639-1 code. */
    public ContextWords in(String language, String... words) {
        var more = new TreeMap<>(byLanguage);
        more.put(language, List.of(words));
        return new ContextWords(left, right, more, List.of());
    }

    /** With words that speak for something else. Call last. */
    public ContextWords against(String... words) {
        return new ContextWords(left, right, byLanguage, List.of(words));
    }

    /** Languages with words in favour. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** What the nearest word before the part of the text says, or a word in favour behind it. */
    Hint read(String text, int start, int end) {
        Hint hint = Hint.NONE;
        for (String word : Letters.words(text, start - left, start)) {
            hint = inFavour.contains(word) ? Hint.FAVOUR : against.contains(word) ? Hint.AGAINST : hint;
        }
        if (hint != Hint.FAVOUR && right > 0) {
            for (String word : Letters.words(text, end, end + right)) {
                hint = inFavour.contains(word) ? Hint.FAVOUR : hint;
            }
        }
        return hint;
    }

    /** What the words beside a value say about it. */
    enum Hint {
        FAVOUR,
        AGAINST,
        NONE
    }

    private record Words(Set<String> whole, List<String> beginnings) {

        static Words of(List<String> words) {
            var whole = new HashSet<String>();
            var beginnings = new ArrayList<String>();
            for (String word : words) {
                int last = word.length() - 1;
                if (word.charAt(last) == ANY_ENDING) {
                    beginnings.add(word.substring(0, last));
                } else {
                    whole.add(word);
                }
            }
            return new Words(Set.copyOf(whole), List.copyOf(beginnings));
        }

        boolean contains(String word) {
            if (whole.contains(word)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }
}
