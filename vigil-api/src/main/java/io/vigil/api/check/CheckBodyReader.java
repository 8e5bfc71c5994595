package io.vigil.api.check;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of a body to a request. Token by token, so that what nobody asked for is skipped and not built. Jackson's own
 * messages quote the input and are dropped. Pure; thread-safe; never throws on bad input.
 */
final class CheckBodyReader {

    private final JsonMapper mapper;

    CheckBodyReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    BodyRead read(byte[] body) {
        return read(body, Extras.NONE);
    }

    BodyRead read(byte[] body, Extras extras) {
        try (JsonParser parser = mapper.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new BodyRead.NotJson();
            }
            if (first != JsonToken.START_OBJECT) {
                return new BodyRead.Faulty(List.of(new FieldFault("", "the body must be a JSON object")));
            }
            BodyRead read = fields(parser, extras);
            return parser.nextToken() == null ? read : new BodyRead.NotJson();
        } catch (JacksonException e) {
            return new BodyRead.NotJson();
        }
    }

    private static BodyRead fields(JsonParser parser, Extras extras) {
        var fields = new CheckFields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "text" -> fields.text(token == JsonToken.VALUE_STRING ? parser.getString() : null);
                case "mode" -> fields.mode(token, token == JsonToken.VALUE_STRING ? parser.getString() : "");
                case "source" -> fields.source(token, token == JsonToken.VALUE_STRING ? parser.getString() : "");
                case "return_decision_process" -> fields.returnDecisionProcess(token);
                default -> {
                    if (extras.knows(name)) {
                        fields.extra(
                                name, extras.take(name, token == JsonToken.VALUE_STRING ? parser.getString() : null));
                    }
                }
            }
            parser.skipChildren();
        }
        return fields.read();
    }
}
