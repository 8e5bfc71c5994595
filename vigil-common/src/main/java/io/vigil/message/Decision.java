package io.vigil.message;

/** The verdict on a text. */
public enum Decision {
    /** Pass the text on unchanged. */
    ALLOW,
    /** Pass on the sanitised text only. */
    SANITIZE,
    /** Pass nothing on. */
    BLOCK
}
