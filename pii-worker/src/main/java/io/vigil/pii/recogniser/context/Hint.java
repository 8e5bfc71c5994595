package io.vigil.pii.recogniser.context;

/** What the words beside a value say about it. */
public enum Hint {
    /** A word for this kind of value. */
    FAVOUR,
    /** A word for something else. */
    AGAINST,
    /** No known word. */
    NONE
}
