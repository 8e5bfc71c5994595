package io.vigil.pii.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that several settings share. Messages name the key and the rule, never the value. */
final class Allowed {

    private static final int MAX_NAME = 40;

    private Allowed() {}

    static void present(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be given");
        }
    }

    static void size(String key, @Nullable Collection<?> values, int most) {
        if (values == null) {
            throw new IllegalArgumentException(key + " must be given");
        }
        if (values.size() > most) {
            throw new IllegalArgumentException("%s must have at most %d entries".formatted(key, most));
        }
        for (Object value : values) {
            present("each entry of " + key, value);
        }
    }

    static void size(String key, @Nullable Map<String, ?> values, int most) {
        size(key, values == null ? null : values.keySet(), most);
    }

    static void fraction(String key, @Nullable Double value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be given");
        }
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be 0 to 1, but is %s", key, value));
        }
    }

    static void text(String key, @Nullable String value, int max) {
        if (value == null || value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException("%s must be 1 to %d characters and not blank".formatted(key, max));
        }
    }

    /** The name of an entity type, e.g. {@code PL_PESEL}. */
    static void entity(String key, @Nullable String name) {
        if (name == null
                || name.isEmpty()
                || name.length() > MAX_NAME
                || !name.chars().allMatch(Allowed::inName)) {
            throw new IllegalArgumentException(key + " must name entity types: A-Z, 0-9 and _, at most 40 characters");
        }
    }

    private static boolean inName(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
