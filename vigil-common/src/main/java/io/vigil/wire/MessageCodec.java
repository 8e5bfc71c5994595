package io.vigil.wire;

import io.vigil.message.VigilMessage;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** JSON for messages. Thread-safe. Reading never throws on bad input. */
public final class MessageCodec {

    /** Schema version that this codec writes and reads. */
    public static final int VERSION = 1;

    /**
     * Largest body with its headers, in bytes. The server takes 1 MiB by default; the rest is left for the headers that a
     * dead letter adds, otherwise a message of full size could never be given up.
     */
    public static final int MAX_BYTES = 1024 * 1024 - 16 * 1024;

    private static final Pattern FIELD = Pattern.compile("[a-z_]{1,40}");

    private final JsonMapper mapper;

    /** A codec over the mapper of {@link Json#mapper()}. */
    public MessageCodec() {
        this(Json.mapper());
    }

    MessageCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The message as UTF-8 JSON. */
    public byte[] encode(VigilMessage message) {
        return mapper.writeValueAsBytes(message);
    }

    /** Reads a message; anything unexpected is {@link Decoded.Malformed}. */
    public <T> Decoded<T> decode(byte[] body, Class<T> type) {
        if (body.length > MAX_BYTES) {
            return new Decoded.Malformed<>("", "larger than " + MAX_BYTES + " bytes");
        }
        try {
            T value = mapper.readValue(body, type);
            return value == null ? new Decoded.Malformed<>("", "null") : new Decoded.Ok<>(value);
        } catch (StreamReadException e) {
            return new Decoded.Malformed<>("", "not JSON");
        } catch (JacksonException e) {
            return new Decoded.Malformed<>(fieldOf(e), detailOf(e));
        }
    }

    /** Names of fields only: the keys of a map come from the input. */
    private static String fieldOf(JacksonException e) {
        return e.getPath().stream()
                .filter(reference -> !(reference.from() instanceof Map))
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null && FIELD.matcher(name).matches())
                .collect(Collectors.joining("."));
    }

    /** Only messages of our own constructors pass: Jackson's quote the input. */
    private static String detailOf(JacksonException e) {
        return e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                ? refused.getMessage()
                : "missing or of the wrong type";
    }
}
