package io.vigil.arbiter.verdict;

import com.google.re2j.Pattern;
import io.vigil.policy.ListEntry;
import io.vigil.policy.TextLists;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A policy's lists of texts, ready to be asked. Linear in the length of a text. A text to deny is read as a person reads
 * it, without what nobody sees; a text to allow must be written as the entry is, case and white space aside, so that
 * nothing hides in it. Immutable, thread-safe.
 */
final class ListMatcher {

    private final List<Predicate<String>> allow;
    private final List<Predicate<String>> deny;

    private ListMatcher(List<Predicate<String>> allow, List<Predicate<String>> deny) {
        this.allow = allow;
        this.deny = deny;
    }

    static ListMatcher of(TextLists lists) {
        return new ListMatcher(
                lists.allowed().stream()
                        .map(entry -> test(entry, spelled(entry.value()), true))
                        .toList(),
                lists.denied().stream()
                        .map(entry -> test(entry, seen(entry.value()), false))
                        .toList());
    }

    /** Whether the policy lets this text pass whatever its score. */
    boolean allows(String text) {
        return !allow.isEmpty() && any(allow, spelled(text));
    }

    /** Whether the policy blocks this text whatever its score. */
    boolean denies(String text) {
        return !deny.isEmpty() && any(deny, seen(text));
    }

    private static boolean any(List<Predicate<String>> tests, String text) {
        return tests.stream().anyMatch(test -> test.test(text));
    }

    private static Predicate<String> test(ListEntry entry, String value, boolean whole) {
        return switch (entry.kind()) {
            case EXACT -> value::equals;
            case PHRASE -> text -> text.contains(value);
            case REGEX -> {
                Pattern pattern = Pattern.compile(entry.value(), Pattern.CASE_INSENSITIVE);
                yield whole
                        ? text -> pattern.matcher(text).matches()
                        : text -> pattern.matcher(text).find();
            }
        };
    }

    private static String seen(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var visible = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return spelled(visible.toString());
    }

    private static String spelled(String text) {
        var plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !plain.isEmpty();
            } else {
                if (gap) {
                    plain.append(' ');
                    gap = false;
                }
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
