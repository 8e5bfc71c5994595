package io.vigil.detection.canonical.spelling;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a text rotated by 13 places of the alphabet, backwards, or with each word backwards. Any of it is done only where
 * a word of attacks shows in its turned form, so that plain texts pay for one search and nothing else.
 */
public final class Turning {

    /** Stems of attacks in the languages of the pattern library; none of them means anything when turned. */
    private static final List<String> STEMS = List.of(
            "ignore",
            "instruct",
            "prompt",
            "system",
            "disregard",
            "previous",
            "forget",
            "reveal",
            "pretend",
            "override",
            "bypass",
            "jailbreak",
            "restrict",
            "guideline",
            "password",
            "developer",
            "unfiltered",
            "instrukcj",
            "zignoruj",
            "zapomnij",
            "polecen",
            "ujawnij",
            "poprzedni",
            "anweisung",
            "vergiss",
            "ignorier",
            "vorherig",
            "instrucc",
            "anterior",
            "olvida",
            "oublie",
            "consigne",
            "precedent");

    /** How a text is turned; a constant of the automaton. */
    private enum Turn {
        ROTATED,
        BACKWARDS
    }

    private final AhoCorasickDoubleArrayTrie<Turn> automaton = new AhoCorasickDoubleArrayTrie<>();

    /** Builds the search. */
    public Turning() {
        var words = new TreeMap<String, Turn>();
        for (String stem : STEMS) {
            words.put(rotate(stem), Turn.ROTATED);
            words.put(new StringBuilder(stem).reverse().toString(), Turn.BACKWARDS);
        }
        automaton.build(words);
    }

    /**
     * The turned forms of a text in which turned words show.
     *
     * @param rotated rotated by 13 places; empty or one
     * @param reversed as a whole and word by word; empty or two
     */
    public record Turned(List<MappedText> rotated, List<MappedText> reversed) {}

    /** Turns a folded text where there is reason to; linear in its length. */
    public Turned apply(MappedText folded, Traces traces) {
        Found found = search(folded.text());
        var rotated = new ArrayList<MappedText>();
        var reversed = new ArrayList<MappedText>();
        if (found.rotated) {
            rotated.add(folded.withText(rotate(folded.text())));
        }
        MappedText reversible = rotated.isEmpty() ? folded : rotated.getFirst();
        if (found.backwards || (found.rotated && search(reversible.text()).backwards)) {
            reversed.add(backwards(reversible));
            reversed.add(wordByWord(reversible));
        }
        traces.add(Disguise.TURNED_WORD, rotated.size() + Math.min(1, reversed.size()));
        return new Turned(rotated, reversed);
    }

    private Found search(String text) {
        var found = new Found();
        automaton.parseText(text, (int begin, int end, Turn turn) -> found.add(turn));
        return found;
    }

    private static String rotate(String text) {
        char[] turned = text.toCharArray();
        for (int i = 0; i < turned.length; i++) {
            if (turned[i] >= 'a' && turned[i] <= 'z') {
                turned[i] = (char) ('a' + (turned[i] - 'a' + 13) % 26);
            }
        }
        return new String(turned);
    }

    private static MappedText backwards(MappedText folded) {
        var result = new Rewriting(folded);
        for (int i = folded.length() - 1; i >= 0; i--) {
            result.copy(i);
        }
        return result.finish();
    }

    private static MappedText wordByWord(MappedText folded) {
        String text = folded.text();
        var result = new Rewriting(folded);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            for (int at = end - 1; at >= i; at--) {
                result.copy(at);
            }
            if (end < text.length()) {
                result.copy(end);
            }
            i = end + 1;
        }
        return result.finish();
    }

    /** What one search came across. */
    private static final class Found {

        private boolean rotated;
        private boolean backwards;

        void add(Turn turn) {
            rotated |= turn == Turn.ROTATED;
            backwards |= turn == Turn.BACKWARDS;
        }
    }
}
