package io.vigil.connection;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the one connection of a process and refuses servers that are too old. */
public final class NatsConnector {

    /** Oldest server with several filters per consumer and S2 compression. */
    public static final String MINIMUM_SERVER = "2.10.0";

    private static final Logger log = LoggerFactory.getLogger(NatsConnector.class);
    private static final Duration FIRST_CONNECT_PAUSE = Duration.ofMillis(500);

    private final NatsProperties settings;
    private final ConnectionSecurity security;
    private final MeterRegistry meters;

    /** A connector without TLS and credentials file. */
    public NatsConnector(NatsProperties settings, MeterRegistry meters) {
        this(settings, ConnectionSecurity.none(), meters);
    }

    public NatsConnector(NatsProperties settings, ConnectionSecurity security, MeterRegistry meters) {
        this.settings = settings;
        this.security = security;
        this.meters = meters;
    }

    /**
     * Connects, trying again until the configured patience ends. Once open, the connection repairs itself for ever.
     *
     * @param name shown in the server's monitoring; also the prefix of the inboxes, {@code _INBOX.<name>.}, so that the
     *     server's permissions can keep one service from reading another's answers
     * @throws IOException no server answered in time
     * @throws IllegalStateException the server is older than {@link #MINIMUM_SERVER}
     * @throws InterruptedException the start was given up
     */
    public Connection open(String name) throws IOException, InterruptedException {
        Options options = options(name);
        int attempts = (int) Math.max(1, settings.connectPatience().dividedBy(FIRST_CONNECT_PAUSE));
        var retry = Retry.of(
                "nats-connect",
                RetryConfig.custom()
                        .maxAttempts(attempts)
                        .intervalFunction(IntervalFunction.of(FIRST_CONNECT_PAUSE))
                        .retryOnException(IOException.class::isInstance)
                        .build());
        retry.getEventPublisher().onRetry(event -> log.info("no nats server answers yet, trying again"));
        try {
            return checked(retry.executeCallable(() -> Nats.connect(options)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Options options(String name) {
        var journal = new ConnectionJournal(meters);
        var options = new Options.Builder()
                .servers(settings.servers().toArray(String[]::new))
                .connectionName(name)
                .inboxPrefix("_INBOX." + name + ".")
                .maxReconnects(-1)
                .reconnectWait(settings.reconnectWait())
                .connectionTimeout(settings.requestTimeout())
                .pingInterval(Duration.ofSeconds(5))
                .connectionListener(journal)
                .errorListener(journal);
        if (!settings.user().isEmpty()) {
            options.userInfo(settings.user(), settings.password());
        }
        if (security.tls() != null) {
            // By their names, which their certificates have, and not by the addresses behind them.
            options.sslContext(security.tls()).hostnameResolveMode(Options.HostnameResolveMode.Unresolved);
        }
        if (security.credentials() != null) {
            // Read again for each connection: a rotated file holds from the next one on.
            options.authHandler(Nats.credentials(security.credentials().toString()));
        }
        return options.build();
    }

    private static Connection checked(Connection connection) throws InterruptedException {
        var server = connection.getServerInfo();
        if (server.isSameOrNewerThanVersion(MINIMUM_SERVER)) {
            return connection;
        }
        connection.close();
        throw new IllegalStateException(
                "nats-server " + server.getVersion() + " is too old: " + MINIMUM_SERVER + " or newer is needed");
    }
}
