package io.vigil.api.deadletters;

import io.vigil.deadletter.LetterFilter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a URL that say which dead letters are meant. A parameter that nobody reads is refused: one misspelt in a
 * purge would otherwise mean all letters.
 *
 * @param after only letters at later places; 0 for the beginning
 * @param limit most in a page, 1 to {@value #MAX_LIMIT}
 */
public record LetterQuery(LetterFilter filter, long after, int limit) {

    /** Most letters in a page. */
    public static final int MAX_LIMIT = 500;

    private static final int LIMIT = 50;
    private static final Set<String> FILTERS = Set.of("consumer", "reason", "subject", "tenant", "since", "until");
    private static final Set<String> PAGE = Set.of("after", "limit");
    private static final String OLDER_THAN = "older_than";

    /**
     * Reads the parameters of a list.
     *
     * @throws IllegalArgumentException whose message begins with the parameter at fault
     */
    public static LetterQuery list(Map<String, String[]> parameters) {
        for (String name : parameters.keySet()) {
            if (!FILTERS.contains(name) && !PAGE.contains(name)) {
                throw unknown();
            }
        }
        return new LetterQuery(
                filter(parameters, instant(parameters, "until")),
                number(parameters, "after", 0, 0, Long.MAX_VALUE - 1),
                (int) number(parameters, "limit", LIMIT, 1, MAX_LIMIT));
    }

    /**
     * Reads the parameters of a purge, which must say from what age.
     *
     * @throws IllegalArgumentException whose message begins with the parameter at fault
     */
    public static LetterFilter purge(Map<String, String[]> parameters, Instant now) {
        for (String name : parameters.keySet()) {
            if ((!FILTERS.contains(name) && !name.equals(OLDER_THAN)) || name.equals("until")) {
                throw unknown();
            }
        }
        String age = one(parameters, OLDER_THAN);
        if (age == null) {
            throw new IllegalArgumentException(OLDER_THAN + " must be given: an age like P7D or PT12H");
        }
        return filter(parameters, now.minus(age(age)));
    }

    private static LetterFilter filter(Map<String, String[]> parameters, @Nullable Instant until) {
        return new LetterFilter(
                one(parameters, "consumer"),
                one(parameters, "reason"),
                one(parameters, "subject"),
                one(parameters, "tenant"),
                instant(parameters, "since"),
                until);
    }

    private static Duration age(String text) {
        try {
            Duration age = Duration.parse(text);
            if (!age.isNegative() && age.compareTo(Duration.ofDays(36_500)) <= 0) {
                return age;
            }
        } catch (DateTimeException e) {
            // Said below, without what was given.
        }
        throw new IllegalArgumentException(OLDER_THAN + " must be an ISO 8601 age like P7D or PT12H, up to P36500D");
    }

    private static long number(Map<String, String[]> parameters, String name, long otherwise, long min, long max) {
        String text = one(parameters, name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, without what was given.
        }
        throw new IllegalArgumentException(
                name + " must be a whole number from " + min + (max > MAX_LIMIT ? "" : " to " + max));
    }

    private static @Nullable Instant instant(Map<String, String[]> parameters, String name) {
        String text = one(parameters, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be an RFC 3339 instant like 2026-01-31T12:00:00Z");
        }
    }

    private static @Nullable String one(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            throw new IllegalArgumentException(name + " must be given once");
        }
        return values[0];
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("a parameter is given that nobody reads here: see /openapi.json");
    }
}
