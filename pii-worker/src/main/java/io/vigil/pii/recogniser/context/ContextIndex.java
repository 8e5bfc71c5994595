package io.vigil.pii.recogniser.context;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.vigil.pii.shadow.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The context words of all recognisers in one automaton, so that one pass over a text finds all of them. Immutable. */
public final class ContextIndex {

    private static final String ANY_ENDING = "*";

    private final List<ContextWords> contexts;
    private final AhoCorasickDoubleArrayTrie<Word> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final int reach;

    /** Takes the words of each recogniser; the index in the list is the recogniser's number. */
    public ContextIndex(List<ContextWords> contexts) {
        this.contexts = List.copyOf(contexts);
        this.reach = contexts.stream()
                .mapToInt(words -> Math.max(words.left(), words.right()))
                .max()
                .orElse(0);
        var words = new TreeMap<String, Word>();
        for (int number = 0; number < contexts.size(); number++) {
            for (List<String> favour : contexts.get(number).byLanguage().values()) {
                add(favour, new Voice(number, Hint.FAVOUR), words);
            }
            add(contexts.get(number).against(), new Voice(number, Hint.AGAINST), words);
        }
        // The library cannot build an automaton without words.
        words.computeIfAbsent("\0", ignored -> new Word());
        automaton.build(words);
    }

    /** The words in a text that is spelled as recognisers read it; takes one pass. */
    public Cues read(String text) {
        char[] folded = Letters.folded(text);
        var cues = new Cues(contexts, reach, text);
        automaton.parseText(folded, (begin, end, word) -> {
            boolean starts = begin == 0 || !Character.isLetter(folded[begin - 1]);
            if (starts) {
                boolean ends = end == folded.length || !Character.isLetter(folded[end]);
                cues.add(begin, end, ends ? word.asWord : word.asBeginning);
            }
        });
        return cues;
    }

    private static void add(List<String> entries, Voice voice, Map<String, Word> words) {
        for (String entry : entries) {
            boolean anyEnding = entry.endsWith(ANY_ENDING);
            String key = anyEnding ? entry.substring(0, entry.length() - 1) : entry;
            var word = words.computeIfAbsent(key, ignored -> new Word());
            word.asWord.add(voice);
            if (anyEnding) {
                word.asBeginning.add(voice);
            }
        }
    }

    /** What a word says, as a whole and as the beginning of a longer one. */
    private static final class Word {
        private final List<Voice> asWord = new ArrayList<>();
        private final List<Voice> asBeginning = new ArrayList<>();
    }

    /** What a word says about the values of one recogniser. */
    record Voice(int recogniser, Hint hint) {}
}
