package io.vigil.api.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two documents, like an operation of JSON Patch (RFC 6902) that also says what was there.
 *
 * @param op {@code add}, {@code remove} or {@code replace}
 * @param path JSON Pointer (RFC 6901); lists are compared whole
 * @param before null where there was nothing
 * @param value null where there is nothing any more
 */
public record DocumentChange(
        String op,
        String path,
        @Nullable JsonNode before,
        @Nullable JsonNode value) {

    /** What leads from one document to another, by name; empty where they are equal. */
    public static List<DocumentChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<DocumentChange>();
        compare("", before, after, changes);
        return List.copyOf(changes);
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<DocumentChange> changes) {
        if (!before.isObject() || !after.isObject()) {
            if (!same(before, after)) {
                changes.add(new DocumentChange("replace", path, before, after));
            }
            return;
        }
        var names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            if (old == null) {
                changes.add(new DocumentChange("add", below, null, now));
            } else if (now == null) {
                changes.add(new DocumentChange("remove", below, old, null));
            } else {
                compare(below, old, now, changes);
            }
        }
    }

    /** 0.30 and 0.3 are one number. */
    private static boolean same(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) ? a.asDecimal().compareTo(b.asDecimal()) == 0 : a.equals(b);
    }
}
