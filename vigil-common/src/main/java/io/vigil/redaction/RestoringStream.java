package io.vigil.redaction;

import io.vigil.redaction.Restorer.Restored;

/** Puts values back in a text that arrives in pieces, cut anywhere. Used by one thread at a time. */
public final class RestoringStream {

    private final Restorer restorer;
    private String held = "";

    /** Begins a text. */
    public RestoringStream(Restorer restorer) {
        this.restorer = restorer;
    }

    /** Takes the next piece; gives what is certain, possibly nothing. */
    public String push(String piece) {
        Restored restored = restorer.restore(held + piece, true);
        held = restored.rest();
        return restored.text();
    }

    /** Ends the text; gives what was held back. */
    public String finish() {
        String rest = restorer.restore(held);
        held = "";
        return rest;
    }
}
