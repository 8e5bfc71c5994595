package io.vigil.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.vigil.connection.NatsConnector;
import io.vigil.connection.NatsProperties;
import io.vigil.connection.NatsSecurityProperties;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and mutual TLS with the certificates that {@code deploy/nats/certificates.sh} makes, and their rotation. */
class NatsTlsIT {

    @TempDir
    private Path certificates;

    private NatsServer nats;

    @BeforeEach
    void start() throws Exception {
        make("127.0.0.1", "localhost");
        nats = NatsServer.start("tls { cert_file: \"%s\", key_file: \"%s\", ca_file: \"%s\", verify: true, timeout: 5 }"
                .formatted(file("server.pem"), file("server-key.pem"), file("ca.pem")));
    }

    @AfterEach
    void stop() {
        nats.close();
    }

    private void make(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "bash",
                Path.of(System.getProperty("vigil.root", ".."), "deploy", "nats", "certificates.sh")
                        .toString()));
        int flags = arguments[0].startsWith("--") ? 1 : 0;
        command.addAll(Arrays.asList(arguments).subList(0, flags));
        command.add(certificates.toString());
        command.addAll(Arrays.asList(arguments).subList(flags, arguments.length));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).as(said).isZero();
    }

    private String file(String name) {
        return certificates.resolve(name).toString();
    }

    private NatsSecurityProperties mutual() {
        return new NatsSecurityProperties("", file("ca.pem"), file("client.pem"), file("client-key.pem"));
    }

    private Connection open(NatsSecurityProperties security, String url) throws IOException, InterruptedException {
        var settings = new NatsProperties(
                List.of(url), "", "", Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(5));
        return new NatsConnector(settings, NatsTls.security(security), new SimpleMeterRegistry()).open("tls-test");
    }

    @Test
    void connectsWithItsOwnCertificateAndNotWithoutOne() throws Exception {
        try (var connection = open(mutual(), nats.url())) {
            assertThat(connection.getServerInfo().isTLSRequired()).isTrue();
            assertThat(connection.RTT()).isPositive();
        }
        assertThatThrownBy(() -> open(new NatsSecurityProperties("", file("ca.pem"), "", ""), nats.url()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesAServerOfAnotherAuthorityAndOneWithAnotherName() throws Exception {
        Path trusted = Files.copy(certificates.resolve("ca.pem"), certificates.resolve("trusted.pem"));
        make("--new-authority", "another.example");
        // The old authority stays in ca.pem: the server still starts, with a certificate for another host.
        nats.restart();
        assertThatThrownBy(() -> open(mutual(), nats.url())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(
                        new NatsSecurityProperties("", trusted.toString(), file("client.pem"), file("client-key.pem")),
                        nats.url()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesRotatedCertificatesWithoutARestartOfTheService() throws Exception {
        try (var connection = open(mutual(), nats.url())) {
            make("--new-authority", "127.0.0.1");
            // The old authority is gone for good: only the new certificates do.
            Files.copy(
                    certificates.resolve("ca-current.pem"),
                    certificates.resolve("ca.pem"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            nats.terminate();
            nats.restart();

            Eventually.withinSeconds(30)
                    .isTrue(
                            "connected again, with the new certificate",
                            () -> connection.getStatus() == Connection.Status.CONNECTED
                                    && connection.RTT().isPositive());
        }
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new NatsSecurityProperties("", file("ca.pem"), file("client.pem"), ""))
                .hasMessageContaining("must be set together");
        assertThatThrownBy(() -> new NatsSecurityProperties("", file("absent.pem"), "", ""))
                .hasMessageContaining("vigil.nats.security.ca must be the path of a file that can be read");
        assertThatThrownBy(() -> NatsTls.security(new NatsSecurityProperties("", file("client-key.pem"), "", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
