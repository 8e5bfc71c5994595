package io.vigil.liveconfig;

import java.io.IOException;

/** Gives live configuration. */
public interface LiveConfigs {

    /**
     * Follows one key: JSON in snake_case, read whole, checked by the type's constructors; unknown keys are refused.
     * Blocks until the value that holds now has been read.
     *
     * @param key key in the bucket, e.g. {@code arbiter}
     * @param type a record that refuses bad values in its constructor, with messages free of the value's text
     * @param builtIn what holds while there is no (good) value
     * @throws IOException the values cannot be read
     * @throws InterruptedException the start was given up
     */
    default <T> LiveConfig<T> watch(String key, Class<T> type, T builtIn) throws IOException, InterruptedException {
        return watch(key, new ConfigReader<>(type), builtIn);
    }

    /**
     * The same with a reader of one's own, for values that some processes cannot work with.
     *
     * @throws IOException the values cannot be read
     * @throws InterruptedException the start was given up
     */
    <T> LiveConfig<T> watch(String key, ConfigReader<T> reader, T builtIn) throws IOException, InterruptedException;

    /** Gives the built-in values for ever: for engines that run without a broker. */
    static LiveConfigs builtIn() {
        return new LiveConfigs() {
            @Override
            public <T> LiveConfig<T> watch(String key, ConfigReader<T> reader, T builtIn) {
                return LiveConfig.fixed(builtIn);
            }
        };
    }
}
