package io.vigil.api.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets that all gateways share. While Redis is away every call fails at once; connecting goes on in the background, first and
 * again.
 */
final class RedisBuckets implements Buckets {

    private static final Logger log = LoggerFactory.getLogger(RedisBuckets.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final RedisClient client;
    private final Duration patience;
    private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-redis").factory());
    private volatile @Nullable AsyncProxyManager<byte[]> proxies;

    /**
     * Begins to connect.
     *
     * @param patience longest wait for one answer
     */
    RedisBuckets(String url, Duration patience) {
        this.patience = patience;
        this.client = RedisClient.create(RedisURI.create(url));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PAUSE).build())
                .timeoutOptions(TimeoutOptions.enabled(patience))
                .build());
        connecting.execute(this::connect);
    }

    private void connect() {
        try {
            proxies = Bucket4jLettuce.casBasedBuilder(client)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
                    .requestTimeout(patience)
                    .build()
                    .asAsync();
        } catch (RedisException e) {
            log.debug("redis does not answer yet: {}", e.getClass().getSimpleName());
            var _ = connecting.schedule(this::connect, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public CompletableFuture<Taken> take(BucketSpec bucket, long tokens) {
        AsyncProxyManager<byte[]> known = proxies;
        if (known == null) {
            return CompletableFuture.failedFuture(new IOException("not connected to redis"));
        }
        try {
            return known.builder()
                    .build(
                            bucket.name().getBytes(UTF_8),
                            () -> CompletableFuture.completedFuture(bucket.configuration()))
                    .tryConsumeAndReturnRemaining(tokens)
                    .thenApply(probe -> Taken.of(bucket, probe, false));
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        connecting.shutdownNow();
        client.shutdown(Duration.ZERO, PAUSE);
    }
}
