package io.vigil.api.bulk;

import io.vigil.api.check.Extras;
import org.jspecify.annotations.Nullable;

/** The name that a caller gives to a row. For one row. */
final class RowId implements Extras {

    private static final int LONGEST = 128;

    private @Nullable String value;

    /** The name, or null where none was given. */
    @Nullable String value() {
        return value;
    }

    @Override
    public boolean knows(String name) {
        return name.equals("id");
    }

    @Override
    public @Nullable String take(String name, @Nullable String given) {
        if (given == null || given.length() > LONGEST) {
            return "must be a string of at most " + LONGEST + " characters";
        }
        value = given;
        return null;
    }
}
