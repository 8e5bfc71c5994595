package io.vigil.cli.keys;

import io.vigil.cli.view.TextTable;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Keys for people. */
final class KeysView {

    private KeysView() {}

    static String table(JsonNode answer) {
        TextTable table = new TextTable("id", "status", "tenant", "scopes", "last used", "expires", "name");
        for (JsonNode key : answer.path("keys")) {
            table.row(
                    text(key, "id"),
                    text(key, "status"),
                    text(key, "tenant"),
                    scopes(key),
                    text(key, "last_used_at"),
                    text(key, "expires_at"),
                    text(key, "name"));
        }
        return answer.path("keys").isEmpty() ? "no keys: make one with ./vigil keys create" : table.toString();
    }

    static String one(JsonNode key) {
        StringBuilder lines = new StringBuilder();
        for (var property : key.properties()) {
            JsonNode value = property.getValue();
            String told = property.getKey().equals("scopes")
                    ? scopes(key)
                    : value.isValueNode() ? value.asString("") : value.toString();
            lines.append("%-14s %s%n".formatted(property.getKey(), told));
        }
        return lines.toString().stripTrailing();
    }

    static String issued(JsonNode key) {
        return """
                %s

                Keep it: it is shown only now. Its id is %s, its scopes are %s.""".formatted(text(key, "key"), text(key, "id"), scopes(key));
    }

    private static String scopes(JsonNode key) {
        return key.path("scopes").valueStream().map(scope -> scope.asString("")).collect(Collectors.joining(","));
    }

    private static String text(JsonNode key, String field) {
        return key.path(field).asString("");
    }
}
