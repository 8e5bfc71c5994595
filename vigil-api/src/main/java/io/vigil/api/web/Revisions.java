package io.vigil.api.web;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers of revisions as entity tags, RFC 9110 §8.8.3. Pure. */
final class Revisions {

    private static final int MOST_DIGITS = 18;

    private Revisions() {}

    /** The tag of a revision. */
    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** What a header {@code If-Match} asks for. */
    sealed interface Condition {

        /** There is no such header. */
        record Missing() implements Condition {}

        /** Any revision will do. */
        record Any() implements Condition {}

        /**
         * This one.
         *
         * @param revision its number; -1 for a tag that no revision has
         */
        record Exactly(long revision) implements Condition {}

        /** The revision, where only one will do. */
        default OptionalLong only() {
            return this instanceof Exactly(long revision) ? OptionalLong.of(revision) : OptionalLong.empty();
        }
    }

    /** Reads a header {@code If-Match} with one tag. */
    static Condition condition(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return new Condition.Missing();
        }
        String tag = ifMatch.strip();
        return tag.equals("*") ? new Condition.Any() : new Condition.Exactly(number(tag));
    }

    private static long number(String tag) {
        boolean quoted = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
        String digits = quoted ? tag.substring(1, tag.length() - 1) : "";
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : -1;
    }
}
