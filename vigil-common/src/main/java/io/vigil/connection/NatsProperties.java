package io.vigil.connection;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach NATS.
 *
 * @param servers URLs of the servers, tried in random order
 * @param user user name; empty for none
 * @param password password of the user; empty for none
 * @param connectPatience how long to try for the first connection before the start fails
 * @param reconnectWait pause between two attempts to connect again
 * @param requestTimeout how long to wait for one answer of the server
 */
@Validated
@ConfigurationProperties("vigil.nats")
public record NatsProperties(
        @DefaultValue("nats://localhost:4222") @NotEmpty List<String> servers,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("60s") Duration connectPatience,
        @DefaultValue("250ms") Duration reconnectWait,
        @DefaultValue("2s") Duration requestTimeout) {

    public NatsProperties {
        servers = List.copyOf(servers);
        positive("vigil.nats.connect-patience", connectPatience);
        positive("vigil.nats.reconnect-wait", reconnectWait);
        positive("vigil.nats.request-timeout", requestTimeout);
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " must be longer than 0, but is " + value);
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NatsProperties[servers=" + servers + "]";
    }
}
