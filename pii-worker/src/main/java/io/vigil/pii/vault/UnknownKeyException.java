package io.vigil.pii.vault;

import java.io.IOException;
import java.io.Serial;

/** Values were kept under a key that this process does not have. */
public final class UnknownKeyException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String detail;

    /** The message is for operators: it names the key by its id, which says nothing about the key. */
    UnknownKeyException(String id) {
        super("values are kept under the key " + id + ", which this PII worker does not have");
        this.detail = "The values were kept under the key " + id
                + ", which this PII worker does not have: add it to VIGIL_PII_KEY, behind the first.";
    }

    /** What happened and what to do. */
    public String detail() {
        return detail;
    }
}
