package io.vigil.pii.recogniser;

import com.google.re2j.Pattern;
import io.vigil.pii.shadow.Anchor;

/**
 * One way of writing a value.
 *
 * @param pattern matches in time linear to the text, as RE2 does; ignores case
 * @param certain whether this way of writing, with a valid checksum, is enough; otherwise context words are needed
 * @param anchor a character without which there is no such value
 * @param digits fewest ASCII digits of such a value, 0 or more
 */
public record Shape(Pattern pattern, boolean certain, Anchor anchor, int digits) {

    /** A number that needs no context words. */
    public static Shape certain(int digits, String regex) {
        return new Shape(compile(regex), true, Anchor.NUMBER, digits);
    }

    /** A number that looks like other things too: counts only beside context words. */
    public static Shape ambiguous(int digits, String regex) {
        return new Shape(compile(regex), false, Anchor.NUMBER, digits);
    }

    /** A value around some other character that needs no context words. */
    public static Shape around(Anchor anchor, int digits, String regex) {
        return new Shape(compile(regex), true, anchor, digits);
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
