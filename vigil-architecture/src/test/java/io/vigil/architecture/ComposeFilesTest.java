package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The compose files name nothing that the code does not have: no variable, no port, no file, no secret without a maker. */
class ComposeFilesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):\\?");
    private static final Pattern DEFAULT_PASSWORD =
            Pattern.compile("\\$\\{[A-Z_]*(PASS|PASSWORD|KEY|PEPPER)[A-Z_]*:-[^}]");
    private static final Pattern MADE = Pattern.compile("(?m)^\\s*secret \"?([A-Z0-9_]+)");

    private static final String NATS = Shipped.read(Shipped.root().resolve("docker-compose.nats.yml"));
    private static final String WORKERS = Shipped.read(Shipped.root().resolve("docker-compose.workers.yml"));

    private static Map<String, Map<String, Object>> services(String file) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        Map<String, Object> root = new Yaml(options).load(file);
        var services = new TreeMap<String, Map<String, Object>>();
        map(root.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    @SuppressWarnings("unchecked") // what a YAML file holds is known to its reader alone
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static Map<String, Object> service(String file, String name) {
        return Objects.requireNonNull(services(file).get(name), name);
    }

    private static Set<String> environmentOfTheCode(String service) {
        return Stream.of("vigil-defaults.yml", service + ".yml")
                .map(ServiceFile::named)
                .flatMap(file -> file.keysFromEnvironment().stream().flatMap(key -> file.environmentOf(key).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigil-api", "detection-worker", "pii-worker", "arbiter-worker", "logging-worker"})
    void setsOnlyVariablesThatTheServiceReads(String service) {
        Set<String> set = map(service(WORKERS, service).get("environment")).keySet();
        assertThat(set).isNotEmpty();
        var unknown = new TreeSet<>(set);
        unknown.removeAll(environmentOfTheCode(service));

        assertThat(unknown).as("docs/configuration.md has the names").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigil-api", "detection-worker", "pii-worker", "arbiter-worker", "logging-worker"})
    void buildsATargetThatListensWhereTheServiceListens(String service) {
        var definition = service(WORKERS, service);
        var build = map(definition.get("build"));
        assertThat(build).containsEntry("target", service);
        assertThat(map(build.get("args"))).containsEntry("SERVICE", service);

        String dockerfile = Shipped.read(Shipped.root().resolve(String.valueOf(build.get("dockerfile"))));
        String target = dockerfile.substring(dockerfile.indexOf("FROM service AS " + service));
        String port =
                ServiceFile.named(service + ".yml").defaultOf("server.port").orElseThrow();
        assertThat(target.lines().limit(4)).contains("ENV SERVER_PORT=" + port, "EXPOSE " + port);
        if (definition.get("ports") instanceof List<?> published) {
            assertThat(published)
                    .allSatisfy(mapping -> assertThat(String.valueOf(mapping))
                            .startsWith("127.0.0.1:")
                            .endsWith(":" + port));
        }
    }

    @Test
    void comesAsTheUserThatTheServersKnow() {
        String accounts = Shipped.read(Shipped.root().resolve("deploy/nats/accounts.conf"));
        services(WORKERS).forEach((name, service) -> {
            Object user = map(service.get("environment")).get("NATS_USER");
            if (user != null) {
                assertThat(user).isEqualTo(name);
                assertThat(accounts)
                        .contains("user: " + name + ", password: $NATS_PASS_"
                                + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "\n");
            }
        });
    }

    @Test
    void givesTheServersEveryVariableOfTheirConfiguration() {
        String configuration = Shipped.read(Shipped.root().resolve("deploy/nats/nats.conf"))
                + Shipped.read(Shipped.root().resolve("deploy/nats/accounts.conf"));
        Set<String> used = found(Pattern.compile("(?<![\"A-Za-z.])\\$(NATS_[A-Z0-9_]+)"), configuration);
        for (String node : List.of("nats-0", "nats-1", "nats-2")) {
            assertThat(map(service(NATS, node).get("environment")).keySet())
                    .as(node)
                    .containsAll(used);
        }
    }

    @Test
    void hasASecretForEachThatIsRequiredAndNoDefaultForAny() {
        Set<String> made = new TreeSet<>(found(MADE, Shipped.read(Shipped.root().resolve("deploy/secrets.sh"))));
        for (String user : List.of(
                "VIGIL_API",
                "DETECTION_WORKER",
                "PII_WORKER",
                "ARBITER_WORKER",
                "LOGGING_WORKER",
                "OPERATOR",
                "MONITOR",
                "CLUSTER")) {
            made.add("NATS_PASS_" + user);
        }
        assertThat(made).containsAll(found(REQUIRED, NATS + WORKERS));
        assertThat(NATS + WORKERS).doesNotContainPattern(DEFAULT_PASSWORD);
    }

    @Test
    void publishesOnTheLoopbackAddressOnly() {
        Stream.of(NATS, WORKERS)
                .map(ComposeFilesTest::services)
                .flatMap(all -> all.values().stream())
                .forEach(service -> Optional.ofNullable((List<?>) service.get("ports"))
                        .orElse(List.of())
                        .forEach(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:")));
    }

    @Test
    void mountsOnlyFilesThatAreThere() {
        var missing = new ArrayList<Path>();
        for (var service : services(NATS).values()) {
            for (Object volume : (List<?>) Objects.requireNonNull(service.get("volumes"))) {
                if ("bind".equals(map(volume).get("type"))) {
                    Path source = Shipped.root()
                            .resolve(String.valueOf(map(volume).get("source")))
                            .normalize();
                    if (!source.toFile().exists()) {
                        missing.add(source);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found(VARIABLE, NATS)).isNotEmpty();
    }
}
