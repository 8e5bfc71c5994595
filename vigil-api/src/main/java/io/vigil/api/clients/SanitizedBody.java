package io.vigil.api.clients;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The request that a chat page may send after a text was cleaned. Pure. */
final class SanitizedBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SanitizedBody() {}

    /**
     * The page's own messages with the first one's content replaced, or the least that the page's server takes.
     *
     * @param messages what the extension sent along; anything but a list of objects counts as nothing
     */
    static ObjectNode of(JsonNode messages, String text, String id, Instant now) {
        ObjectNode content = JSON.objectNode().put("content_type", "text");
        content.putArray("parts").add(text);
        ObjectNode body = JSON.objectNode();
        ArrayNode all = body.putArray("messages");
        if (messages.isArray() && messages.path(0).isObject()) {
            messages.forEach(all::add);
            all.set(0, ((ObjectNode) messages.path(0)).deepCopy().set("content", content));
        } else {
            all.add(message(content, id, now));
        }
        return body;
    }

    private static ObjectNode message(ObjectNode content, String id, Instant now) {
        ObjectNode message = JSON.objectNode().put("id", id);
        message.putObject("author").put("role", "user");
        message.set("content", content);
        message.put("create_time", now.toEpochMilli() / 1000.0);
        message.put("weight", 1.0);
        message.putObject("metadata");
        return message.put("recipient", "all");
    }
}
