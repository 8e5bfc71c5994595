package io.vigil.pii.recogniser.context;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words that speak for or against a value beside them. Words are in small letters without marks; an entry may have
 * several words with one space between them; an entry with {@code *} at its end stands for all that begin so, because
 * nouns change their endings.
 *
 * @param left how many characters before the value to read
 * @param right how many characters behind the value to read
 * @param byLanguage words in favour, by ISO 639-1 code
 * @param against words that speak for something else
 */
public record ContextWords(int left, int right, Map<String, List<String>> byLanguage, List<String> against) {

    public ContextWords {
        byLanguage = Map.copyOf(byLanguage);
        against = List.copyOf(against);
    }

    /** No words yet. */
    public static ContextWords within(int left, int right) {
        return new ContextWords(left, right, Map.of(), List.of());
    }

    /** With words in favour, of one language by its ISO 639-1 code. */
    public ContextWords in(String language, String... words) {
        var more = new TreeMap<>(byLanguage);
        more.put(language, List.of(words));
        return new ContextWords(left, right, more, against);
    }

    /** With words that speak for something else. */
    public ContextWords against(String... words) {
        return new ContextWords(left, right, byLanguage, List.of(words));
    }

    /** Languages with words in favour. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }
}
