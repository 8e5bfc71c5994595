package io.vigil.liveconfig;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.nats.client.api.KeyValueWatcher;
import io.vigil.telemetry.Meters;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one key of a bucket. A bad revision is refused, logged, counted; the last good value stays. */
final class KvLiveConfig<T> implements LiveConfig<T>, KeyValueWatcher {

    private static final Logger log = LoggerFactory.getLogger(KvLiveConfig.class);
    private static final int LOAD_SECONDS = 10;

    private final String key;
    private final ConfigReader<T> reader;
    private final T builtIn;
    private final MeterRegistry meters;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile Snapshot<T> current;

    KvLiveConfig(String key, ConfigReader<T> reader, T builtIn, MeterRegistry meters) {
        this.key = key;
        this.reader = reader;
        this.builtIn = builtIn;
        this.meters = meters;
        this.current = new Snapshot<>(builtIn, 0);
        Gauge.builder(Meters.CONFIG_REVISION, () -> current.revision())
                .tag("key", key)
                .register(meters);
        // From the start: an increase from nothing to one is none.
        var _ = reloads("accepted");
        var _ = reloads("refused");
    }

    @Override
    public Snapshot<T> current() {
        return current;
    }

    @Override
    public void watch(KeyValueEntry entry) {
        if (entry.getOperation() == KeyValueOperation.PUT) {
            offer(entry.getValue(), entry.getRevision());
        } else {
            log.info("configuration {} was deleted at revision {}: the built-in value holds", key, entry.getRevision());
            current = new Snapshot<>(builtIn, 0);
        }
    }

    @Override
    public void endOfData() {
        loaded.countDown();
    }

    void awaitLoaded() throws IOException, InterruptedException {
        if (!loaded.await(LOAD_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("configuration " + key + " was not read within " + LOAD_SECONDS + " s");
        }
    }

    private void offer(byte @Nullable [] json, long revision) {
        switch (reader.read(json == null ? new byte[0] : json)) {
            case ConfigReader.Result.Good<T>(T value) -> {
                current = new Snapshot<>(value, revision);
                log.info("configuration {} is at revision {}", key, revision);
                count("accepted");
            }
            case ConfigReader.Result.Bad<T>(String why) -> {
                log.error(
                        "configuration {} revision {} is refused, revision {} stays: {}",
                        key,
                        revision,
                        current.revision(),
                        why);
                count("refused");
            }
        }
    }

    private void count(String result) {
        reloads(result).increment();
    }

    private Counter reloads(String result) {
        return meters.counter(Meters.CONFIG_RELOADS, "key", key, "result", result);
    }
}
