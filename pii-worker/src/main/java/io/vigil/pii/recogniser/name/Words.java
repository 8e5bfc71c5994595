package io.vigil.pii.recogniser.name;

import java.util.Arrays;

/**
 * The words and numbers of a text with their traits, in order. A word is a run of letters with the hyphens and
 * apostrophes inside. Positions before the first and behind the last word answer like an empty word.
 */
final class Words {

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] traits = new long[64];
    private int[] gaps = new int[64];
    private Case[] cases = new Case[64];
    private int size;

    Words(String text) {
        this.text = text;
    }

    void add(int start, int end, long wordTraits, Case wordCase, int gap) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            traits = Arrays.copyOf(traits, larger);
            gaps = Arrays.copyOf(gaps, larger);
            cases = Arrays.copyOf(cases, larger);
        }
        starts[size] = start;
        ends[size] = end;
        traits[size] = wordTraits;
        gaps[size] = gap;
        cases[size++] = wordCase;
    }

    int size() {
        return size;
    }

    String text() {
        return text;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    int length(int word) {
        return inside(word) ? ends[word] - starts[word] : 0;
    }

    long traits(int word) {
        return inside(word) ? traits[word] : 0;
    }

    boolean is(int word, Trait trait) {
        return trait.in(traits(word));
    }

    boolean isAny(int word, long set) {
        return (traits(word) & set) != 0;
    }

    Case caseOf(int word) {
        return inside(word) ? cases[word] : Case.NONE;
    }

    /** Whether a word begins with a capital letter. */
    boolean isCapital(int word) {
        return caseOf(word).capital();
    }

    boolean isNumber(int word) {
        return caseOf(word) == Case.NUMBER;
    }

    /** What stands between a word and the one before it. */
    int gap(int word) {
        return inside(word) ? gaps[word] : word < 0 ? Gap.TEXT_EDGE : gapBehindLast();
    }

    /** Whether nothing but spaces stands between a word and the one before it. */
    boolean isJoined(int word) {
        return inside(word) && word > 0 && gaps[word] == Gap.SPACE;
    }

    /** Whether a word begins a sentence, a line or a quotation. */
    boolean beginsSentence(int word) {
        return word <= 0 || Gap.endsSentence(gap(word));
    }

    /** The character before a word, or a line feed. */
    char before(int word) {
        return inside(word) && starts[word] > 0 ? text.charAt(starts[word] - 1) : '\n';
    }

    /** The character behind a word, or a line feed. */
    char behind(int word) {
        return inside(word) && ends[word] < text.length() ? text.charAt(ends[word]) : '\n';
    }

    /** The hash of a word appended to what was hashed before. */
    long hash(long before, int word) {
        return Lexicon.hash(before, text, starts[word], ends[word]);
    }

    private int gapBehindLast() {
        return size == 0 ? Gap.TEXT_EDGE : Gap.of(text, ends[size - 1], text.length()) | Gap.TEXT_EDGE;
    }

    private boolean inside(int word) {
        return word >= 0 && word < size;
    }
}
