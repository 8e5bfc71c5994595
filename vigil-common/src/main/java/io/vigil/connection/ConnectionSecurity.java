package io.vigil.connection;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a connection shows who it is and whom it trusts, beside user and password.
 *
 * @param credentials file with a user's JWT and seed, for accounts that are signed and not written into the server's
 *     configuration; null for none
 * @param tls trust, and with mutual TLS the own certificate; null for plain TCP
 */
public record ConnectionSecurity(
        @Nullable Path credentials, @Nullable SSLContext tls) {

    /** Plain TCP, no credentials file. */
    public static ConnectionSecurity none() {
        return new ConnectionSecurity(null, null);
    }
}
