package io.vigil.detection.semantic.exemplar;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exemplar as an operator writes it down.
 *
 * @param id lower case letters, digits and hyphens, at most 64
 * @param category upper case letters, digits and underscores, at most 64, e.g. {@code PROMPT_LEAK}
 * @param language ISO 639-1, e.g. {@code pl}
 * @param text 1 to {@value #LONGEST} characters
 */
public record AddedExemplar(String id, String category, String language, String text) {
    /** Longest text, in UTF-16 code units. */
    public static final int LONGEST = 500;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** The same as the branch compares it. */
    public Exemplar exemplar() {
        return new Exemplar(id, category, text);
    }

    /** Refuses what is missing or out of range, by this name and without its value. */
    void check(String name) {
        form(name + ".id", id, ID, "1 to 64 lower case letters, digits and hyphens");
        form(name + ".category", category, CATEGORY, "1 to 64 upper case letters, digits and underscores");
        form(name + ".language", language, LANGUAGE, "an ISO 639-1 code in lower case");
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + ".text must have 1 to " + LONGEST + " characters");
        }
    }

    private static void form(String name, @Nullable String value, Pattern form, String allowed) {
        if (value == null || !form.matches(value)) {
            throw new IllegalArgumentException(name + " must be " + allowed);
        }
    }
}
