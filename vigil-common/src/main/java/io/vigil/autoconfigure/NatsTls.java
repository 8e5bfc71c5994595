package io.vigil.autoconfigure;

import io.vigil.connection.ConnectionSecurity;
import io.vigil.connection.NatsSecurityProperties;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * TLS out of PEM files that may be replaced while the service runs: each handshake reads them anew. The server's certificate
 * must name the host that was dialled; the client library leaves that check to us.
 */
final class NatsTls {

    private NatsTls() {}

    /** What the settings ask for. */
    static ConnectionSecurity security(NatsSecurityProperties settings) {
        Path credentials = settings.credentials().isEmpty() ? null : Path.of(settings.credentials());
        return new ConnectionSecurity(credentials, settings.ca().isEmpty() ? null : context(settings));
    }

    private static SSLContext context(NatsSecurityProperties settings) {
        try {
            var trust = new RereadTrust(Path.of(settings.ca()));
            trust.authorities();
            var context = SSLContext.getInstance("TLS");
            context.init(ownCertificate(settings), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("vigil.nats.security does not give a TLS context: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] ownCertificate(NatsSecurityProperties settings) {
        if (settings.certificate().isEmpty()) {
            return new KeyManager[0];
        }
        var own = new RereadKey(Path.of(settings.certificate()), Path.of(settings.key()));
        own.read();
        return new KeyManager[] {own};
    }

    static List<X509Certificate> certificates(Path file) {
        try {
            return PemContent.load(file).getCertificates();
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException(file.getFileName() + " holds no PEM certificates", e);
        }
    }

    /** Trusts whom the file names at the moment of the handshake. */
    private static final class RereadTrust extends X509ExtendedTrustManager {

        private final Path file;

        RereadTrust(Path file) {
            this.file = file;
        }

        X509ExtendedTrustManager authorities() throws CertificateException {
            try {
                var store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                for (X509Certificate authority : certificates(file)) {
                    store.setCertificateEntry("ca-" + store.size(), authority);
                }
                var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store);
                return Arrays.stream(factory.getTrustManagers())
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(X509ExtendedTrustManager.class::cast)
                        .findFirst()
                        .orElseThrow(() -> new CertificateException("this Java runtime has no X.509 trust manager"));
            } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
                throw new CertificateException("the authorities to trust cannot be read", e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            if (socket instanceof SSLSocket secured) {
                var parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            authorities().checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            var parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            authorities().checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("the host cannot be checked");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this side is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return certificates(file).toArray(X509Certificate[]::new);
        }
    }
}
