package io.vigil.api.clients;

import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** In which words a body of {@code /v1/guard/input} or {@code /v1/guard/output} asks, told by its keys. */
public enum Dialect {
    /** {@code text} and snake_case. */
    OWN,
    /** {@code prompt}, {@code output}, or {@code text} with {@code source}, and camelCase. */
    CLIENT;

    private static final Set<String> TEXTS = Set.of("prompt", "output");
    private static final Set<String> BESIDE = Set.of("originalPrompt", "metadata", "agent", "tool", "conversation");

    /**
     * The dialect of a body; {@link #OWN} for whatever is no JSON object.
     *
     * @param body JSON in UTF-8, not trusted
     */
    public static Dialect of(JsonMapper mapper, byte[] body) {
        try (JsonParser parser = mapper.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? new Keys().read(parser) : OWN;
        } catch (JacksonException notJson) {
            return OWN;
        }
    }

    /** What was seen of one body. Used by one thread. */
    private static final class Keys {

        private boolean named;
        private boolean text;
        private boolean beside;
        private boolean source;
        private boolean ours;

        Dialect read(JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                String value = parser.nextToken() == JsonToken.VALUE_STRING && isShort(name) ? parser.getString() : "";
                see(name, value);
                parser.skipChildren();
            }
            if (named) {
                return CLIENT;
            }
            return text ? (source && !ours ? CLIENT : OWN) : (beside && !ours ? CLIENT : OWN);
        }

        private void see(String name, String value) {
            switch (name) {
                case "text" -> text = true;
                case "source" -> {
                    source = ClientFields.SOURCES.containsKey(value);
                    ours |= value.equals(Source.DOCUMENT.wireName());
                }
                case "mode" -> ours |= value.equals(Mode.FAST.wireName());
                case "return_decision_process" -> ours = true;
                default -> {
                    named |= TEXTS.contains(name);
                    beside |= BESIDE.contains(name);
                }
            }
        }

        /** The text itself is not read here. */
        private static boolean isShort(String name) {
            return name.equals("source") || name.equals("mode");
        }
    }
}
