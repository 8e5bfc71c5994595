package io.vigil.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that the operator has decided about, whatever their score.
 *
 * @param allow texts that pass as far as attacks go; never a phrase: an attack beside it would pass too. At most
 *     {@value #MAX_ENTRIES}; null means none
 * @param deny texts that are blocked, at most {@value #MAX_ENTRIES}; null means none
 */
public record TextLists(
        @Nullable List<ListEntry> allow, @Nullable List<ListEntry> deny) {

    /** Most entries in each list. */
    public static final int MAX_ENTRIES = 500;

    /** Most expressions in each list: each one reads the whole text. */
    public static final int MAX_EXPRESSIONS = 50;

    /** No text. */
    public static final TextLists NONE = new TextLists(null, null);

    public TextLists {
        allow = allow == null ? null : List.copyOf(allow);
        deny = deny == null ? null : List.copyOf(deny);
        check("lists.allow", allow);
        check("lists.deny", deny);
        if (allow != null && allow.stream().anyMatch(entry -> entry.kind() == ListEntry.Kind.PHRASE)) {
            throw new IllegalArgumentException(
                    "lists.allow must be of kind exact or regex: an attack beside a phrase would pass too");
        }
    }

    /** Texts that pass. */
    public List<ListEntry> allowed() {
        return allow == null ? List.of() : allow;
    }

    /** Texts that are blocked. */
    public List<ListEntry> denied() {
        return deny == null ? List.of() : deny;
    }

    static void check(String key, @Nullable List<ListEntry> entries) {
        if (entries == null) {
            return;
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(key + " must have at most " + MAX_ENTRIES + " entries");
        }
        Set<String> ids = new HashSet<>();
        if (!entries.stream().map(ListEntry::id).allMatch(ids::add)) {
            throw new IllegalArgumentException(key + " must have entries with different ids");
        }
        if (entries.stream()
                        .filter(entry -> entry.kind() == ListEntry.Kind.REGEX)
                        .count()
                > MAX_EXPRESSIONS) {
            throw new IllegalArgumentException(
                    key + " must have at most " + MAX_EXPRESSIONS + " entries of kind regex");
        }
    }
}
