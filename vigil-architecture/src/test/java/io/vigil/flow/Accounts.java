package io.vigil.flow;

import io.nats.client.ErrorListener;
import io.nats.client.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The users of {@code deploy/nats/accounts.conf}, as compose starts the servers with it. */
enum Accounts {
    VIGIL_API,
    DETECTION_WORKER,
    PII_WORKER,
    ARBITER_WORKER,
    LOGGING_WORKER,
    VIGIL_OPERATOR,
    VIGIL_MONITOR;

    /** Lines for a server's configuration file: the shipped accounts, with passwords for tests. */
    static String configuration() {
        return List.of(values()).stream()
                        .map(account -> account.variable() + ": " + account.password())
                        .collect(Collectors.joining("\n", "NATS_ACCOUNT_MAX_FILE: 20GB\n", "\n"))
                + read(Path.of(System.getProperty("vigil.root", ".."), "deploy", "nats", "accounts.conf"));
    }

    String user() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String password() {
        return "secret-of-" + user();
    }

    /** What a service of this name gets in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "NATS_USER", user(),
                "NATS_PASS", password(),
                "VIGIL_PROVISIONING", this == VIGIL_API ? "create" : "await",
                "VIGIL_SWEEPER", String.valueOf(this == ARBITER_WORKER));
    }

    /** A connection's options. */
    Options options(String url, ErrorListener errors) {
        return new Options.Builder()
                .server(url)
                .userInfo(user(), password())
                .inboxPrefix("_INBOX." + user() + ".")
                .connectionTimeout(Duration.ofSeconds(5))
                .errorListener(errors)
                .build();
    }

    private String variable() {
        return switch (this) {
            case VIGIL_OPERATOR -> "NATS_PASS_OPERATOR";
            case VIGIL_MONITOR -> "NATS_PASS_MONITOR";
            default -> "NATS_PASS_" + name();
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
