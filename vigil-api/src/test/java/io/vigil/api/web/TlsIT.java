package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.api.testing.Certificate;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** TLS and mutual TLS by SSL bundles. */
class TlsIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    @TempDir
    Path folder;

    private Gateway gateway(Certificate server, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "--server.ssl.bundle=gateway",
                "--spring.ssl.bundle.jks.gateway.reload-on-update=true",
                "--spring.ssl.bundle.watch.file.quiet-period=100ms",
                "--spring.ssl.bundle.jks.gateway.keystore.type=PKCS12",
                "--spring.ssl.bundle.jks.gateway.keystore.password=" + Certificate.PASSWORD,
                "--spring.ssl.bundle.jks.gateway.keystore.location=file:" + server.store()));
        arguments.addAll(java.util.List.of(more));
        return Gateway.start(nats.url(), arguments.toArray(String[]::new));
    }

    private static int health(Gateway gateway, SSLContext context) throws IOException, InterruptedException {
        URI health = URI.create("https://localhost:" + gateway.root().getPort() + "/health");
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    void speaksTlsAndTakesANewCertificateWithoutARestart() throws Exception {
        Certificate first = Certificate.make(folder, "first");
        Certificate second = Certificate.make(folder, "second");
        var served = new Certificate(folder.resolve("served.p12"));
        Files.copy(first.store(), served.store());
        try (var gateway = gateway(served)) {
            assertThat(health(gateway, first.trusting())).isEqualTo(200);
            assertThatThrownBy(() -> health(gateway, second.trusting())).isInstanceOf(IOException.class);

            Files.copy(second.store(), served.store(), StandardCopyOption.REPLACE_EXISTING);

            Eventually.withinSeconds(60)
                    .becomes("status with the new certificate", 200, () -> health(gateway, second.trusting()));
        }
    }

    @Test
    void letsInOnlyKnownClientsWithMutualTls() throws Exception {
        Certificate server = Certificate.make(folder, "server");
        Certificate known = Certificate.make(folder, "known");
        Certificate stranger = Certificate.make(folder, "stranger");
        try (var gateway = gateway(
                server,
                "--server.ssl.client-auth=need",
                "--spring.ssl.bundle.jks.gateway.truststore.type=PKCS12",
                "--spring.ssl.bundle.jks.gateway.truststore.password=" + Certificate.PASSWORD,
                "--spring.ssl.bundle.jks.gateway.truststore.location=file:" + known.trustStore())) {
            assertThat(health(gateway, server.trustingAs(known))).isEqualTo(200);
            assertThatThrownBy(() -> health(gateway, server.trusting())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> health(gateway, server.trustingAs(stranger)))
                    .isInstanceOf(IOException.class);
        }
    }
}
