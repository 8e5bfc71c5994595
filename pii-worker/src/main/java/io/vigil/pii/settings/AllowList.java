package io.vigil.pii.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * Values that are nobody's secret, e.g. the address of one's own support.
 *
 * @param values compared without regard to case and white space; numbers by their digits. At most 1,000 of 1 to 500
 *     characters
 * @param patterns linear-time expressions (RE2) that the whole value must match. At most 100 of 1 to 200 characters
 */
public record AllowList(List<String> values, List<String> patterns) {

    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_PATTERNS = 100;
    private static final int LONGEST_PATTERN = 200;

    public AllowList {
        Allowed.size("allow.values", values, MOST_VALUES);
        Allowed.size("allow.patterns", patterns, MOST_PATTERNS);
        texts("allow.values", values, LONGEST_VALUE);
        texts("allow.patterns", patterns, LONGEST_PATTERN);
        values = List.copyOf(values);
        patterns = List.copyOf(patterns);
        for (int i = 0; i < patterns.size(); i++) {
            compile(i, patterns.get(i));
        }
    }

    /** Allows nothing. */
    public static AllowList none() {
        return new AllowList(List.of(), List.of());
    }

    /** The list, ready for use. */
    public AllowedValues ready() {
        return new AllowedValues(values, patterns.stream().map(Pattern::compile).toList());
    }

    private static void texts(String key, List<String> texts, int longest) {
        for (int i = 0; i < texts.size(); i++) {
            Allowed.text(key + "[" + i + "]", texts.get(i), longest);
        }
    }

    private static void compile(int index, String pattern) {
        try {
            var _ = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("allow.patterns[" + index + "] is no RE2 expression", e);
        }
    }
}
