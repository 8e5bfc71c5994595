package io.vigil.liveconfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.vigil.topology.Streams;
import java.io.IOException;

/** Gives live configuration out of the {@code vigil-config} bucket. */
public final class LiveConfigs {

    private final Connection connection;
    private final MeterRegistry meters;

    public LiveConfigs(Connection connection, MeterRegistry meters) {
        this.connection = connection;
        this.meters = meters;
    }

    /**
     * Follows one key: JSON in snake_case, read whole, checked by the type's constructors; unknown keys are refused.
     * Blocks until the value that the bucket holds now has been read.
     *
     * @param key key in the bucket, e.g. {@code arbiter}
     * @param type a record that refuses bad values in its constructor, with messages free of the value's text
     * @param builtIn what holds while the bucket has no (good) value
     * @throws IOException the bucket cannot be read
     * @throws InterruptedException the start was given up
     */
    public <T> LiveConfig<T> watch(String key, Class<T> type, T builtIn) throws IOException, InterruptedException {
        var config = new KvLiveConfig<>(key, type, builtIn, meters);
        try {
            connection.keyValue(Streams.CONFIG_BUCKET).watch(key, config);
        } catch (JetStreamApiException e) {
            throw new IOException("cannot watch bucket " + Streams.CONFIG_BUCKET, e);
        }
        config.awaitLoaded();
        return config;
    }
}
