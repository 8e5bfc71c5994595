package io.vigil.liveconfig;

/**
 * Configuration that may change while the service runs. Readers take one snapshot per message.
 *
 * @param <T> an immutable type that refuses bad values in its constructor
 */
@FunctionalInterface
public interface LiveConfig<T> {

    /** The last good value; never blocks. */
    Snapshot<T> current();

    /**
     * A value with where it came from.
     *
     * @param revision revision in the bucket; 0 is the built-in default
     */
    record Snapshot<T>(T value, long revision) {}

    /** A value that never changes. */
    static <T> LiveConfig<T> fixed(T value) {
        var snapshot = new Snapshot<>(value, 0);
        return () -> snapshot;
    }
}
