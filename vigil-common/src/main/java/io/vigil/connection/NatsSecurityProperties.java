package io.vigil.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files for connecting safely. They are read anew for each connection, so that rotated ones hold without a restart.
 *
 * @param credentials path of a credentials file (JWT and seed) instead of user and password; empty for none
 * @param ca path of PEM certificates of the authorities to trust; setting it turns TLS on; empty for plain TCP
 * @param certificate path of the PEM certificate, with its chain, to show for mutual TLS; empty for none
 * @param key path of its PEM private key (PKCS #8), set together with the certificate
 */
@ConfigurationProperties("vigil.nats.security")
public record NatsSecurityProperties(
        @DefaultValue("") String credentials,
        @DefaultValue("") String ca,
        @DefaultValue("") String certificate,
        @DefaultValue("") String key) {

    public NatsSecurityProperties {
        readable("vigil.nats.security.credentials", credentials);
        readable("vigil.nats.security.ca", ca);
        readable("vigil.nats.security.certificate", certificate);
        readable("vigil.nats.security.key", key);
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException(
                    "vigil.nats.security.certificate and vigil.nats.security.key must be set together");
        }
        if (!certificate.isEmpty() && ca.isEmpty()) {
            throw new IllegalArgumentException(
                    "vigil.nats.security.ca must be set where vigil.nats.security.certificate is");
        }
    }

    private static void readable(String key, String path) {
        if (!path.isEmpty() && !Files.isReadable(Path.of(path))) {
            throw new IllegalArgumentException(key + " must be the path of a file that can be read");
        }
    }
}
