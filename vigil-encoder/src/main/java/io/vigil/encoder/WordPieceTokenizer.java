package io.vigil.encoder;

import java.text.Normalizer;

/**
 * Cuts a text into the word pieces of a BERT model, as Hugging Face's BertNormalizer, BertPreTokenizer and
 * WordPiece do together, but in one pass that remembers where each piece came from. Thread-safe.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">BERT's reference tokenizer</a>
 */
public final class WordPieceTokenizer {
    private static final int MAX_WORD_CODE_POINTS = 100;

    private final Vocabulary vocabulary;
    private final Normalization normalization;
    private final int unknown;

    /**
     * A tokenizer.
     *
     * @throws IllegalArgumentException where the vocabulary lacks {@code [UNK]}
     */
    public WordPieceTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.normalization = vocabulary.normalization();
        this.unknown = vocabulary.special("[UNK]");
    }

    /** All pieces of the text, without special tokens at the ends. */
    public Tokens tokenize(String text) {
        var tokens = new Tokens(text.length() / 4 + 8);
        var word = new Word(tokens);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point < 0x80 || !normalization.stripAccents()) {
                word.take(cased(point), at, next);
            } else {
                takeDecomposed(point, word, at, next);
            }
            at = next;
        }
        word.end();
        return tokens;
    }

    private int cased(int point) {
        return normalization.lowerCase() ? Character.toLowerCase(point) : point;
    }

    private void takeDecomposed(int point, Word word, int at, int next) {
        if (CodePoints.isDropped(point)) {
            return;
        }
        var decomposed = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); ) {
            int part = decomposed.codePointAt(i);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                word.take(cased(part), at, next);
            }
            i += Character.charCount(part);
        }
    }

    /** The word being read. */
    private final class Word {
        private final Tokens tokens;
        private final StringBuilder letters = new StringBuilder();
        private int[] starts = new int[64];
        private int[] ends = new int[64];

        Word(Tokens tokens) {
            this.tokens = tokens;
        }

        void take(int point, int start, int end) {
            if (CodePoints.isSpace(point)) {
                end();
            } else if (CodePoints.isPunctuation(point) || CodePoints.isIdeograph(point)) {
                end();
                append(point, start, end);
                end();
            } else if (!CodePoints.isDropped(point)) {
                append(point, start, end);
            }
        }

        private void append(int point, int start, int end) {
            int from = letters.length();
            letters.appendCodePoint(point);
            if (letters.length() > starts.length) {
                starts = java.util.Arrays.copyOf(starts, 2 * starts.length);
                ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
            }
            for (int i = from; i < letters.length(); i++) {
                starts[i] = start;
                ends[i] = end;
            }
        }

        void end() {
            if (!letters.isEmpty()) {
                cut(letters.toString());
                letters.setLength(0);
            }
        }

        /** Longest piece first; a word with a part that no piece covers is unknown as a whole. */
        private void cut(String word) {
            int before = tokens.size();
            int from = 0;
            boolean known = word.codePointCount(0, word.length()) <= MAX_WORD_CODE_POINTS;
            while (known && from < word.length()) {
                int to = Math.min(word.length(), from + vocabulary.longest());
                int id = -1;
                while (to > from && (id = vocabulary.find(word.substring(from, to), from > 0)) < 0) {
                    to--;
                }
                if (id < 0) {
                    known = false;
                } else {
                    tokens.add(id, starts[from], ends[to - 1]);
                    from = to;
                }
            }
            if (!known) {
                tokens.truncate(before);
                tokens.add(unknown, starts[0], ends[word.length() - 1]);
            }
        }
    }
}
