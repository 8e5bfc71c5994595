package io.vigil.api.clients;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a JSON value somebody reads.
 *
 * @param keys those of an object; others are skipped
 * @param element what is read of the elements of a list; null where only the list itself matters
 * @param most elements that are read; further ones are skipped
 * @param nodes how many values an unknown structure may have to be read as it is; 0 where the structure is known
 */
public record Wanted(Map<String, Wanted> keys, @Nullable Wanted element, int most, int nodes) {

    /** A string, number or boolean; of an object or a list only that it is one. */
    public static final Wanted SCALAR = new Wanted(Map.of(), null, 0, 0);

    public Wanted {
        keys = Map.copyOf(keys);
    }

    /** An object with these keys. */
    static Wanted object(Map<String, Wanted> keys) {
        return new Wanted(keys, null, 0, 0);
    }

    /** An object with these scalars. */
    public static Wanted scalars(String... names) {
        return object(Stream.of(names).collect(Collectors.toUnmodifiableMap(name -> name, name -> SCALAR)));
    }

    /** A list, up to so many elements. */
    static Wanted list(int most, Wanted element) {
        return new Wanted(Map.of(), element, most, 0);
    }

    /** Anything of at most so many values, as it is; nothing where there are more. */
    static Wanted anything(int nodes) {
        return new Wanted(Map.of(), null, 0, nodes);
    }

    /** These and more keys. */
    Wanted and(Map<String, Wanted> more) {
        return object(Stream.of(keys, more)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
