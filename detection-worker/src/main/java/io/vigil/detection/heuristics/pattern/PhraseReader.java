package io.vigil.detection.heuristics.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Reads phrases: word slots one after the other, separated by spaces.
 *
 * <ul>
 *   <li>{@code ignore|forget}: any of these words; {@code instruct*}: any word that starts so; {@code set_aside}: two
 *       words in one slot
 *   <li>{@code <rules>}: any word of that vocabulary; may be one of several alternatives
 *   <li>{@code ~3}: up to three other words may stand between the slots left and right of it; without it, none
 * </ul>
 */
final class PhraseReader {

    /**
     * One slot.
     *
     * @param words sorted alternatives
     * @param gap most words between the slot before and this one
     */
    record Slot(List<String> words, int gap) {}

    private final Map<String, List<String>> vocabulary;
    private final UnaryOperator<String> folding;

    PhraseReader(Map<String, List<String>> vocabulary, UnaryOperator<String> folding) {
        this.vocabulary = vocabulary;
        this.folding = folding;
    }

    /**
     * Reads one phrase.
     *
     * @throws IllegalArgumentException for an unknown vocabulary or a phrase without slots
     */
    List<Slot> read(String phrase) {
        var slots = new ArrayList<Slot>();
        int gap = 0;
        for (String token : phrase.strip().split(" +", -1)) {
            if (token.startsWith("~")) {
                gap = Integer.parseInt(token.substring(1));
            } else {
                slots.add(new Slot(List.copyOf(words(token)), gap));
                gap = 0;
            }
        }
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("empty phrase");
        }
        return slots;
    }

    private Set<String> words(String token) {
        var words = new TreeSet<String>();
        for (String alternative : token.split("\\|", -1)) {
            if (alternative.startsWith("<")) {
                named(alternative).forEach(word -> words.add(plain(word)));
            } else {
                words.add(plain(alternative.replace('_', ' ')));
            }
        }
        return words;
    }

    private List<String> named(String alternative) {
        List<String> named = vocabulary.get(alternative.substring(1, alternative.length() - 1));
        if (named == null) {
            throw new IllegalArgumentException("unknown vocabulary " + alternative);
        }
        return named;
    }

    private String plain(String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("empty word in a phrase");
        }
        return folding.apply(word);
    }
}
