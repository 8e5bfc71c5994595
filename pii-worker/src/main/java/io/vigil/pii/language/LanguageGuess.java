package io.vigil.pii.language;

/** Tells the language of a text. Thread-safe. */
@FunctionalInterface
public interface LanguageGuess {

    /** Answer where a text is too short or fits no known language well. */
    String UNKNOWN = "unknown";

    /** ISO 639-1 code, or {@link #UNKNOWN}. */
    String of(String text);

    /** Knows no language. */
    static LanguageGuess none() {
        return text -> UNKNOWN;
    }
}
