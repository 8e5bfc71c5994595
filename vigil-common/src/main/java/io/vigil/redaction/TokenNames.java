package io.vigil.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives each distinct value of one text a number, and never a token that the text itself has. Used by one thread. */
final class TokenNames {

    private final Set<String> inText;
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();

    TokenNames(String text) {
        this.inText = bracketed(text);
    }

    /**
     * The token of a value.
     *
     * @param name what it begins with
     * @param value equal values have equal tokens
     * @param end what it ends with, before the bracket
     */
    String of(String name, String value, String end) {
        return given.computeIfAbsent(name + '\n' + end + '\n' + value, any -> next(name, end));
    }

    private String next(String name, String end) {
        while (true) {
            String token = "[" + name + "_" + last.merge(name + end, 1, Integer::sum) + end + "]";
            if (!inText.contains(token)) {
                return token;
            }
        }
    }

    /** Everything between an opening bracket and the next closing one, without a bracket inside. */
    private static Set<String> bracketed(String text) {
        var found = new HashSet<String>();
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                open = i;
            } else if (c == ']' && open >= 0) {
                found.add(text.substring(open, i + 1));
                open = -1;
            }
        }
        return found;
    }
}
