package io.vigil.liveconfig;

import io.vigil.wire.Json;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON to a configuration type; never throws. */
public final class ConfigReader<T> {

    private final Class<T> type;
    private final Consumer<? super T> check;

    public ConfigReader(Class<T> type) {
        this(type, any -> {});
    }

    /**
     * A reader that asks once more before it takes a value.
     *
     * @param check throws {@link IllegalArgumentException}, with a message free of the value's text, where this process
     *     cannot work with the value
     */
    public ConfigReader(Class<T> type, Consumer<? super T> check) {
        this.type = type;
        this.check = check;
    }

    /** What a revision turned out to be. */
    public sealed interface Result<T> {

        /** A value to use. */
        record Good<T>(T value) implements Result<T> {}

        /** Nothing to use. */
        record Bad<T>(String why) implements Result<T> {}
    }

    /** Reads a revision whole. */
    public Result<T> read(byte[] json) {
        try {
            T value = Json.strictMapper().readValue(json, type);
            return value == null ? new Result.Bad<>("it is null") : checked(value);
        } catch (StreamReadException e) {
            return new Result.Bad<>("it is not JSON");
        } catch (UnrecognizedPropertyException e) {
            return new Result.Bad<>("nobody reads the key " + String.join(".", path(e)));
        } catch (JacksonException e) {
            return new Result.Bad<>(detail(e));
        }
    }

    private Result<T> checked(T value) {
        try {
            check.accept(value);
            return new Result.Good<>(value);
        } catch (IllegalArgumentException e) {
            return new Result.Bad<>(String.valueOf(e.getMessage()));
        }
    }

    private static String detail(JacksonException e) {
        List<String> path = path(e);
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return within(path, String.valueOf(refused.getMessage()));
        }
        return path.isEmpty()
                ? "a value is missing or of the wrong type"
                : String.join(".", path) + " is missing or of the wrong type";
    }

    private static List<String> path(JacksonException e) {
        return e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A part that names itself is named with what it is a part of. */
    private static String within(List<String> path, String message) {
        if (path.size() < 2 || !message.startsWith(path.getLast() + ".")) {
            return message;
        }
        return String.join(".", path.subList(0, path.size() - 1)) + "." + message;
    }
}
