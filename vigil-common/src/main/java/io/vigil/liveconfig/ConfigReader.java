package io.vigil.liveconfig;

import io.vigil.wire.Json;
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
            return new Result.Bad<>("nobody reads the key " + e.getPropertyName());
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
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        String path = String.join(
                ".",
                e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(name -> name != null)
                        .toList());
        return path.isEmpty() ? "a value is missing or of the wrong type" : path + " is missing or of the wrong type";
    }
}
