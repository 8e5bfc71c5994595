package io.vigil.liveconfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.vigil.topology.Streams;
import java.io.IOException;

/** Gives live configuration out of the {@code vigil-config} bucket. */
public final class KvLiveConfigs implements LiveConfigs {

    private final Connection connection;
    private final MeterRegistry meters;

    public KvLiveConfigs(Connection connection, MeterRegistry meters) {
        this.connection = connection;
        this.meters = meters;
    }

    @Override
    public <T> LiveConfig<T> watch(String key, ConfigReader<T> reader, T builtIn)
            throws IOException, InterruptedException {
        var config = new KvLiveConfig<>(key, reader, builtIn, meters);
        try {
            connection.keyValue(Streams.CONFIG_BUCKET).watch(key, config);
        } catch (JetStreamApiException e) {
            throw new IOException("cannot watch bucket " + Streams.CONFIG_BUCKET, e);
        }
        config.awaitLoaded();
        return config;
    }
}
