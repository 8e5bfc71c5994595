package io.vigil.api.events;

import io.vigil.api.check.SnakeCase;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parameters and bodies of HTTP requests to questions. Pure; never throws on bad input, never quotes it. */
public final class QuestionReader {

    private final JsonMapper mapper;
    private final MessageCodec codec;

    public QuestionReader(JsonMapper mapper, MessageCodec codec) {
        this.mapper = mapper;
        this.codec = codec;
    }

    /**
     * A question of query parameters: each component of the record is one, in snake case, at most once.
     *
     * @param parameters as the server has decoded them
     */
    public <Q extends Record> Decoded<Q> parameters(Map<String, String[]> parameters, Class<Q> question) {
        var known = new TreeMap<String, Class<?>>();
        for (RecordComponent component : question.getRecordComponents()) {
            known.put(SnakeCase.of(component.getName()), component.getType());
        }
        ObjectNode fields = mapper.createObjectNode();
        for (var parameter : parameters.entrySet()) {
            Class<?> type = known.get(parameter.getKey());
            if (type == null) {
                return new Decoded.Malformed<>(
                        "", "Only these parameters are known: " + String.join(", ", known.keySet()));
            }
            if (parameter.getValue().length != 1) {
                return new Decoded.Malformed<>(parameter.getKey(), parameter.getKey() + " must be given once");
            }
            String value = parameter.getValue()[0];
            if (!value.isEmpty()) {
                put(fields, parameter.getKey(), type, value);
            }
        }
        return codec.decode(mapper.writeValueAsBytes(fields), question);
    }

    /** A question of a body alone. */
    public <Q extends Record> Decoded<Q> body(byte[] body, Class<Q> question) {
        return codec.decode(body, question);
    }

    /** A question of a body and one field that the path names. */
    public <Q extends Record> Decoded<Q> body(byte[] body, String field, String value, Class<Q> question) {
        try {
            JsonNode fields = mapper.readTree(body);
            if (fields instanceof ObjectNode object) {
                return codec.decode(mapper.writeValueAsBytes(object.put(field, value)), question);
            }
            return new Decoded.Malformed<>("", "not JSON");
        } catch (JacksonException e) {
            return new Decoded.Malformed<>("", "not JSON");
        }
    }

    /** What is no number stays a text, and is refused with the field's name. */
    private static void put(ObjectNode fields, String name, Class<?> type, String value) {
        if (type == Integer.class && value.matches("-?[0-9]{1,9}")) {
            fields.put(name, Integer.parseInt(value));
        } else {
            fields.put(name, value);
        }
    }
}
