package io.vigil.api.check;

import org.jspecify.annotations.Nullable;

/** Fields that one endpoint knows beside those of every check. For one body. */
public interface Extras {

    /** No further field. */
    Extras NONE = new Extras() {
        @Override
        public boolean knows(String name) {
            return false;
        }

        @Override
        public @Nullable String take(String name, @Nullable String value) {
            return null;
        }
    };

    /** Whether it is one of these fields. */
    boolean knows(String name);

    /**
     * Takes a field.
     *
     * @param value null stands for anything that is not a string
     * @return what is wrong with it, without quoting it; null where nothing is
     */
    @Nullable String take(String name, @Nullable String value);
}
