package io.vigil.cli.stack;

import io.vigil.cli.process.ChildSpec;
import io.vigil.cli.process.PortClaim;
import io.vigil.cli.process.StopSignal;
import io.vigil.cli.process.Tier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans ClickHouse, out of an executable or out of a shared library. */
final class ClickHousePlan {

    private static final String NAME = "clickhouse";
    private static final String LAUNCHER = "io.vigil.clickhouse.local.EmbeddedClickHouse";

    private final int port;
    private final Path data;
    private final Path jdk;

    ClickHousePlan(int port, Path data, Path jdk) {
        this.port = port;
        this.data = data.resolve(NAME);
        this.jdk = jdk;
    }

    /** Where it is, or will be; empty when there is none. */
    Optional<URI> url(LocalServers.ClickHouse found) {
        return switch (found) {
            case LocalServers.ClickHouse.Running(URI url) -> Optional.of(url);
            case LocalServers.ClickHouse.Absent() -> Optional.empty();
            default -> Optional.of(URI.create("http://127.0.0.1:" + port));
        };
    }

    /** The process to start; empty when there is nothing to start. */
    Optional<ChildSpec> child(LocalServers.ClickHouse found) throws IOException {
        return switch (found) {
            case LocalServers.ClickHouse.Executable(String binary) ->
                Optional.of(spec(executable(binary), StopSignal.TERMINATE));
            case LocalServers.ClickHouse.Library(String path) ->
                Optional.of(spec(library(path), StopSignal.END_OF_INPUT));
            case LocalServers.ClickHouse.Running running -> Optional.empty();
            case LocalServers.ClickHouse.Absent absent -> Optional.empty();
        };
    }

    private ChildSpec spec(List<String> command, StopSignal stop) {
        return new ChildSpec(
                NAME,
                Tier.STORE,
                command,
                Map.of(),
                List.of(new PortClaim(port, "ClickHouse", Ports.CLICKHOUSE_VARIABLE)),
                URI.create("http://127.0.0.1:" + port + "/ping"),
                stop,
                Duration.ofSeconds(20));
    }

    private List<String> library(String path) throws IOException {
        Path tables = Files.createDirectories(data.resolve("library"));
        return List.of(
                jdk.resolve("bin/java").toString(),
                "-Xrs",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LAUNCHER,
                path,
                tables.toString(),
                Integer.toString(port),
                "attached");
    }

    private List<String> executable(String binary) throws IOException {
        Path folder = Files.createDirectories(data.resolve("server"));
        Path users = folder.resolve("users.xml");
        Path configuration = folder.resolve("config.xml");
        Files.writeString(users, """
                <clickhouse>
                  <profiles><default/></profiles>
                  <quotas><default/></quotas>
                  <users><default>
                    <password/><networks><ip>127.0.0.1</ip><ip>::1</ip></networks>
                    <profile>default</profile><quota>default</quota>
                  </default></users>
                </clickhouse>
                """);
        Files.writeString(configuration, """
                <clickhouse>
                  <logger><level>warning</level><console>1</console></logger>
                  <listen_host>127.0.0.1</listen_host>
                  <http_port>%d</http_port>
                  <path>%s/</path>
                  <user_directories><users_xml><path>%s</path></users_xml></user_directories>
                </clickhouse>
                """.formatted(port, folder, users));
        boolean server = Path.of(binary).getFileName().toString().equals("clickhouse-server");
        return server
                ? List.of(binary, "--config-file=" + configuration)
                : List.of(binary, "server", "--config-file=" + configuration);
    }
}
