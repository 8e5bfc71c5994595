package io.vigil.policy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses values outside their range; each message names the key and what is allowed. */
final class Allowed {

    private static final double ROUNDING = 1e-6;

    private Allowed() {}

    static void between(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s must be %d to %d, but is %d".formatted(key, min, max, value));
        }
    }

    static void score(String key, int value) {
        between(key, value, 0, 100);
    }

    static void fraction(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be 0 to 1, but is %s", key, value));
        }
    }

    static void sumsToOne(String key, double sum) {
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must add up to 1, but add up to %s", key, sum));
        }
    }

    static void present(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be given");
        }
    }

    static void text(String key, @Nullable String value, int max) {
        if (value == null || value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException("%s must be 1 to %d characters and not blank".formatted(key, max));
        }
    }
}
