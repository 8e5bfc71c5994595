package io.vigil.api.clients;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds of a JSON document only what somebody reads. A body of a few megabytes may hold a million empty lists, which as objects
 * take thirty times as much. Used by one thread.
 */
public final class Excerpt {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonParser parser;
    private boolean repeated;
    private int left;

    private Excerpt(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * What is wanted of a document; empty where it is no JSON, or gives a wanted key twice: two readers would see different
     * values.
     *
     * @param body JSON in UTF-8, not trusted
     */
    public static Optional<JsonNode> of(byte[] body, Wanted wanted) {
        try (JsonParser parser = ClientJson.mapper().createParser(body)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            var excerpt = new Excerpt(parser);
            JsonNode value = excerpt.value(wanted);
            return parser.nextToken() == null && !excerpt.repeated ? Optional.of(value) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private JsonNode value(Wanted wanted) {
        if (wanted.nodes() > 0) {
            left = wanted.nodes();
            JsonNode value = whole();
            return left < 0 ? JSON.nullNode() : value;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(wanted);
            case START_ARRAY -> list(wanted);
            case null, default -> scalar();
        };
    }

    private ObjectNode object(Wanted wanted) {
        ObjectNode object = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Wanted member = wanted.keys().get(name);
            if (member == null) {
                parser.skipChildren();
            } else {
                repeated |= object.has(name);
                object.set(name, value(member));
            }
        }
        return object;
    }

    private ArrayNode list(Wanted wanted) {
        ArrayNode list = JSON.arrayNode();
        Wanted element = wanted.element();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (element == null || list.size() >= wanted.most()) {
                parser.skipChildren();
            } else {
                list.add(value(element));
            }
        }
        return list;
    }

    /** The value as it is, or something else where too much of it was seen. */
    private JsonNode whole() {
        if (--left < 0) {
            parser.skipChildren();
            return JSON.nullNode();
        }
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = JSON.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    JsonNode member = whole();
                    if (left >= 0) {
                        object.set(name, member);
                    }
                }
                return object;
            }
            case START_ARRAY -> {
                ArrayNode list = JSON.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode element = whole();
                    if (left >= 0) {
                        list.add(element);
                    }
                }
                return list;
            }
            case null, default -> {
                return scalar();
            }
        }
    }

    private JsonNode scalar() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> JSON.stringNode(parser.getString());
            case VALUE_TRUE -> JSON.booleanNode(true);
            case VALUE_FALSE -> JSON.booleanNode(false);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? JSON.numberNode(parser.getDoubleValue())
                        : JSON.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDoubleValue());
            case null, default -> JSON.nullNode();
        };
    }
}
