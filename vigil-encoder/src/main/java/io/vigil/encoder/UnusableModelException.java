package io.vigil.encoder;

import org.jspecify.annotations.Nullable;

/** A file or value of an operator's model that does not do. The message holds no more than that file's name and what is wrong. */
public final class UnusableModelException extends Exception {
    private static final long serialVersionUID = 1;

    private final Part part;

    /** Which of the files or values does not do. */
    public enum Part {
        MODEL,
        TOKENIZER,
        LABEL
    }

    /** Says what is wrong, without the folder of the file. */
    public UnusableModelException(Part part, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.part = part;
    }

    /** Which one. */
    public Part part() {
        return part;
    }
}
