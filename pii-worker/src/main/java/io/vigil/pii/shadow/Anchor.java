package io.vigil.pii.shadow;

/** A kind of character that a value cannot do without. A text that lacks it needs no search for the value. */
public enum Anchor {
    /** Numbers: room for {@code PL} or a plus sign before and for a bracket after. */
    NUMBER(3, 4),
    /** Account numbers: room for the country before and for letters between the digits. */
    ACCOUNT(4, 24),
    /** E-mail addresses: 64 characters of mailbox and 255 of domain, RFC 5321 section 4.5.3.1. */
    AT_SIGN(65, 256),
    /** IP version 6: one group before, one group or a dotted address after. */
    COLON(5, 16);

    private final int before;
    private final int after;

    Anchor(int before, int after) {
        this.before = before;
        this.after = after;
    }

    /** Characters to keep before the first anchor of a window. */
    int before() {
        return before;
    }

    /** Characters to keep behind the last anchor of a window. */
    int after() {
        return after;
    }

    boolean matches(char c) {
        return switch (this) {
            case NUMBER, ACCOUNT -> c >= '0' && c <= '9';
            case AT_SIGN -> c == '@';
            case COLON -> c == ':';
        };
    }
}
