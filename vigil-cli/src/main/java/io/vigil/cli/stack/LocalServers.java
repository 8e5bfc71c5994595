package io.vigil.cli.stack;

import java.net.URI;
import java.util.Map;

/**
 * The two servers that Vigil stands on, as found by the launcher script.
 *
 * @param nats how to get NATS
 * @param clickHouse how to get ClickHouse
 */
public record LocalServers(Nats nats, ClickHouse clickHouse) {

    /** How to get NATS. */
    public sealed interface Nats {
        /** It runs already. */
        record Running(String url) implements Nats {}

        /** It can be started. */
        record Startable(String binary) implements Nats {}
    }

    /** How to get ClickHouse. */
    public sealed interface ClickHouse {
        /** It runs already. */
        record Running(URI url) implements ClickHouse {}

        /** It can be started as an executable. */
        record Executable(String binary) implements ClickHouse {}

        /** It can be started from a shared library. */
        record Library(String path) implements ClickHouse {}

        /** There is none: events wait in the stream. */
        record Absent() implements ClickHouse {}
    }

    /**
     * Reads {@code NATS_URL}, {@code CLICKHOUSE_URL} and the two variables of the launcher script.
     *
     * @throws IllegalArgumentException when no NATS server was named
     */
    public static LocalServers from(Map<String, String> environment) {
        return new LocalServers(nats(environment), clickHouse(environment));
    }

    private static Nats nats(Map<String, String> environment) {
        String url = environment.getOrDefault("NATS_URL", "");
        if (!url.isBlank()) {
            return new Nats.Running(url);
        }
        String binary = environment.getOrDefault("VIGIL_NATS_SERVER", "");
        if (binary.isBlank()) {
            throw new IllegalArgumentException("no nats-server was found: run this command through ./vigil");
        }
        return new Nats.Startable(binary);
    }

    private static ClickHouse clickHouse(Map<String, String> environment) {
        String url = environment.getOrDefault("CLICKHOUSE_URL", "");
        if (!url.isBlank()) {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getPort() < 0) {
                throw new IllegalArgumentException("CLICKHOUSE_URL must look like http://host:8123");
            }
            return new ClickHouse.Running(uri);
        }
        String found = environment.getOrDefault("VIGIL_CLICKHOUSE", "none");
        int blank = found.indexOf(' ');
        String kind = blank < 0 ? found : found.substring(0, blank);
        return switch (kind) {
            case "binary" -> new ClickHouse.Executable(found.substring(blank + 1));
            case "library" -> new ClickHouse.Library(found.substring(blank + 1));
            default -> new ClickHouse.Absent();
        };
    }
}
