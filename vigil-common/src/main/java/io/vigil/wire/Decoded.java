package io.vigil.wire;

/** What bytes turned out to be. */
public sealed interface Decoded<T> {

    /** A message. */
    record Ok<T>(T value) implements Decoded<T> {}

    /**
     * No message of the expected kind.
     *
     * @param field path of the field at fault, or empty where the whole is at fault
     * @param detail what is wrong; never quotes the input
     */
    record Malformed<T>(String field, String detail) implements Decoded<T> {}
}
