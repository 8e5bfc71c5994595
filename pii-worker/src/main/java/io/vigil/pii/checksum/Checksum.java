package io.vigil.pii.checksum;

/** What the inside of a value says about the value. */
public enum Checksum {
    /** The proof holds: check digits, calendar date, number plan. */
    VALID,
    /** The proof fails; this is something else. */
    INVALID,
    /** Nothing proves it and nothing speaks against it; the words around it must decide. */
    UNKNOWN;

    /** {@link #VALID} or {@link #INVALID}. */
    static Checksum holds(boolean proof) {
        return proof ? VALID : INVALID;
    }
}
