package io.vigil.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Shows the certificate that the files hold at the moment of the handshake. Clients only. */
final class RereadKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "vigil";

    private final Path certificate;
    private final Path key;

    RereadKey(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A certificate with its key. */
    record Pair(List<X509Certificate> chain, PrivateKey key) {}

    Pair read() {
        try {
            PrivateKey secret = PemContent.load(key).getPrivateKey();
            if (secret == null) {
                throw new IllegalArgumentException(key.getFileName() + " holds no PEM private key");
            }
            return new Pair(NatsTls.certificates(certificate), secret);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException(key.getFileName() + " holds no PEM private key", e);
        }
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return read().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return read().key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
