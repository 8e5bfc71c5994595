package io.vigil.cli.events;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Lists of an answer in one line. */
final class Lists {

    private Lists() {}

    static String joined(JsonNode array) {
        return array.valueStream().map(node -> node.asString("")).collect(Collectors.joining(", "));
    }
}
