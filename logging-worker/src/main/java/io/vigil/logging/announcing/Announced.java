package io.vigil.logging.announcing;

import io.vigil.message.Decision;

/** Which decisions other systems are told. */
public enum Announced {
    /** None. */
    NONE,
    /** Those that changed or stopped a text. */
    NOTABLE,
    /** All. */
    ALL;

    boolean includes(Decision decision) {
        return switch (this) {
            case NONE -> false;
            case NOTABLE -> decision != Decision.ALLOW;
            case ALL -> true;
        };
    }
}
