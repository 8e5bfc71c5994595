package io.vigil.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.NKey;
import io.nats.client.support.JwtUtils;
import io.vigil.testkit.NatsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that an operator signs instead of writing them into the server's configuration: the service brings a file. */
class CredentialsIT {

    private static final Duration LONG = Duration.ofDays(1);

    @TempDir
    private Path directory;

    private final NKey operator = NKey.createOperator(new SecureRandom());
    private final NKey account = NKey.createAccount(new SecureRandom());
    private NatsServer nats;

    CredentialsIT() throws Exception {}

    @BeforeEach
    void start() throws Exception {
        String operatorId = new String(operator.getPublicKey());
        String operatorJwt = signed(operatorId, "vigil", "{\"type\":\"operator\",\"version\":2}");
        String limits =
                "{\"limits\":{\"subs\":-1,\"data\":-1,\"payload\":-1,\"imports\":-1,\"exports\":-1,\"wildcards\":true,"
                        + "\"conn\":-1,\"leaf\":-1},\"type\":\"account\",\"version\":2}";
        String accountId = new String(account.getPublicKey());
        String systemId = new String(NKey.createAccount(new SecureRandom()).getPublicKey());
        nats = NatsServer.start(
                "operator: \"%s\"\nsystem_account: %s\nresolver: MEMORY\nresolver_preload { %s: \"%s\", %s: \"%s\" }"
                        .formatted(
                                operatorJwt,
                                systemId,
                                systemId,
                                signed(systemId, "SYS", limits),
                                accountId,
                                signed(accountId, "VIGIL", limits)));
    }

    private String signed(String subject, String name, String claim) throws Exception {
        return JwtUtils.issueJWT(
                operator,
                subject,
                name,
                LONG,
                JwtUtils.currentTimeSeconds(),
                new String(operator.getPublicKey()),
                () -> claim);
    }

    @AfterEach
    void stop() {
        nats.close();
    }

    private Path credentialsOf(NKey signer) throws Exception {
        NKey user = NKey.createUser(new SecureRandom());
        String jwt = JwtUtils.issueUserJWT(
                signer, new String(signer.getPublicKey()), new String(user.getPublicKey()), "pii-worker", LONG);
        return Files.writeString(
                directory.resolve("user.creds"),
                JwtUtils.NATS_USER_JWT_FORMAT.formatted(jwt, new String(user.getSeed())));
    }

    private Connection open(ConnectionSecurity security) throws IOException, InterruptedException {
        var settings = new NatsProperties(
                List.of(nats.url()), "", "", Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(2));
        return new NatsConnector(settings, security, new SimpleMeterRegistry()).open("test");
    }

    @Test
    void comesInWithASignedFile() throws Exception {
        try (var connection = open(new ConnectionSecurity(credentialsOf(account), null))) {
            assertThat(connection.RTT()).isPositive();
        }
    }

    @Test
    void staysOutWithoutOneAndWithOneThatNobodySigned() throws Exception {
        assertThatThrownBy(() -> open(ConnectionSecurity.none())).isInstanceOf(IOException.class);
        var stranger = new ConnectionSecurity(credentialsOf(NKey.createAccount(new SecureRandom())), null);
        assertThatThrownBy(() -> open(stranger)).isInstanceOf(IOException.class);
    }
}
