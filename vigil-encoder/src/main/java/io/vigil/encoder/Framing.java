package io.vigil.encoder;

/** Puts the special tokens of BERT around what the model shall read. Immutable, thread-safe. */
public final class Framing {
    private final int classToken;
    private final int separatorToken;

    /**
     * Framing with the special tokens of a vocabulary.
     *
     * @throws IllegalArgumentException where it lacks {@code [CLS]} or {@code [SEP]}
     */
    public Framing(Vocabulary vocabulary) {
        this.classToken = vocabulary.special("[CLS]");
        this.separatorToken = vocabulary.special("[SEP]");
    }

    /** How many special tokens a sequence has. */
    public static int tokens() {
        return 2;
    }

    /** {@code [CLS]}, the tokens of the window, {@code [SEP]}. */
    public long[] sequence(Tokens tokens, Window window) {
        return sequence(new Tokens(0), tokens, window);
    }

    /** {@code [CLS]}, the prefix, the tokens of the window, {@code [SEP]}. */
    public long[] sequence(Tokens prefix, Tokens tokens, Window window) {
        var ids = new long[prefix.size() + window.length() + tokens()];
        ids[0] = classToken;
        for (int i = 0; i < prefix.size(); i++) {
            ids[1 + i] = prefix.id(i);
        }
        for (int i = 0; i < window.length(); i++) {
            ids[1 + prefix.size() + i] = tokens.id(window.from() + i);
        }
        ids[ids.length - 1] = separatorToken;
        return ids;
    }
}
