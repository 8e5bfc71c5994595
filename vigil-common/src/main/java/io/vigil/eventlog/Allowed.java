package io.vigil.eventlog;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses values outside their range; each message begins with the field and says what is allowed, and never quotes. */
final class Allowed {

    private Allowed() {}

    static void between(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException("%s must be %d to %d".formatted(field, least, most));
        }
    }

    static void ordered(String lower, @Nullable Integer least, String upper, @Nullable Integer most) {
        if (least != null && most != null && least > most) {
            throw new IllegalArgumentException(lower + " must not be above " + upper);
        }
    }

    /** Null stays null, and an empty or blank string becomes it. */
    static @Nullable String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s must have at most %d characters and no control characters".formatted(field, longest));
        }
        return value;
    }

    /** One of these names, in any case. */
    static @Nullable String oneOf(String field, @Nullable String value, Set<String> names) {
        if (value == null || value.isBlank()) {
            return null;
        }
        for (String name : names) {
            if (name.equals(value.toUpperCase(Locale.ROOT)) || name.equals(value.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        throw new IllegalArgumentException(field + " must be one of " + String.join(", ", new TreeSet<>(names)));
    }
}
