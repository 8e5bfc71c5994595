package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.architecture.Manifests.Container;
import io.vigil.architecture.Manifests.Manifest;
import io.vigil.architecture.Manifests.Pod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/** A manifest names variables, ports, paths, users and series that there are. */
class KubernetesTest {

    private static final Pattern NATS_VARIABLE = Pattern.compile("\\$(NATS_[A-Z0-9_]+)");
    private static final Path ROOT = Shipped.root();

    static List<Manifest> manifests() {
        return Manifests.all();
    }

    static List<Pod> pods() {
        return Manifests.pods();
    }

    static List<Container> services() {
        return Manifests.services();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void isAManifestWithoutSecrets(Manifest manifest) {
        assertThat(manifest.content().path("apiVersion").asString("")).isNotEmpty();
        assertThat(manifest.kind()).isNotEmpty().isNotEqualTo("Secret");
        assertThat(manifest.content().has("secretGenerator")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsGivenVariablesThatItReads(Container container) {
        assertThat(variablesOf(container.name())).containsAll(container.environment());
    }

    @Test
    void everyServiceHasADeployment() {
        assertThat(services())
                .extracting(Container::name)
                .containsExactlyInAnyOrder(
                        "vigil-api", "detection-worker", "pii-worker", "arbiter-worker", "logging-worker");
    }

    @Test
    void sharedVariablesAreReadBySomebody() {
        Set<String> read = new HashSet<>();
        services().forEach(container -> read.addAll(variablesOf(container.name())));
        var literals = new ArrayList<String>();
        for (Manifest manifest : manifests()) {
            for (JsonNode map : manifest.content().path("configMapGenerator")) {
                map.path("literals")
                        .forEach(literal -> literals.add(literal.asString("").split("=", 2)[0]));
            }
        }
        assertThat(read).containsAll(literals);
        assertThat(literals).contains("NATS_SERVERS", "CLICKHOUSE_HOST");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsProbedWhereItListens(Container container) {
        String port = ServiceFile.named(container.name() + ".yml")
                .defaultOf("server.port")
                .orElseThrow();
        assertThat(container.content().at("/ports/0/containerPort").asString(""))
                .isEqualTo(port);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container.content().path(probe).path("httpGet");
            assertThat(get.path("port").asString("")).isEqualTo("http");
            assertThat(healthPaths()).contains(get.path("path").asString(""));
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodHasTimeToDrain(Pod pod) {
        Container container = pod.containers().getFirst();
        if (container.isService()) {
            String drain = Objects.requireNonNull(SettingsMetadata.all().get("vigil.worker.drain-timeout"))
                    .defaultValue();
            long pause =
                    container.content().at("/lifecycle/preStop/sleep/seconds").asLong(0);
            assertThat(pause).isPositive();
            assertThat(pod.spec().path("terminationGracePeriodSeconds").asLong(0))
                    .isGreaterThan(pause + DurationStyle.detectAndParse(drain).toSeconds());
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodMayDoNothingThatItNeedNot(Pod pod) {
        JsonNode spec = pod.spec();
        assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
        assertThat(spec.at("/securityContext/seccompProfile/type").asString("")).isEqualTo("RuntimeDefault");
        for (Container container : pod.containers()) {
            JsonNode rights = container.content().path("securityContext");
            assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(rights.at("/capabilities/drop/0").asString("")).isEqualTo("ALL");
            assertThat(container.content().at("/resources/limits/memory").asString(""))
                    .isNotEmpty();
            if (container.isService() || container.name().equals("nats")) {
                assertThat(rights.path("readOnlyRootFilesystem").asBoolean(false))
                        .isTrue();
            }
        }
    }

    @Test
    void theBrokerIsGivenTheVariablesThatItsFilesRead() {
        var read = new TreeSet<String>();
        for (String file : List.of("deploy/k8s/base/nats/nats.conf", "deploy/nats/accounts.conf")) {
            NATS_VARIABLE
                    .matcher(Shipped.read(ROOT.resolve(file)))
                    .results()
                    .forEach(match -> read.add(match.group(1)));
        }
        Container nats = pods().stream()
                .flatMap(pod -> pod.containers().stream())
                .filter(container -> container.name().equals("nats"))
                .findFirst()
                .orElseThrow();
        assertThat(nats.environment()).containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsAUserOfTheBroker(Container container) {
        String user = "";
        for (JsonNode variable : container.content().path("env")) {
            user = variable.path("name").asString("").equals("NATS_USER")
                    ? variable.path("value").asString("")
                    : user;
        }
        assertThat(Shipped.read(ROOT.resolve("deploy/nats/accounts.conf"))).contains("user: " + user + ",");
    }

    @Test
    void secretsThatMustBeThereAreDocumented() {
        String page = Shipped.read(ROOT.resolve("docs/kubernetes.md"));
        for (Manifest manifest : manifests()) {
            manifest.content()
                    .findValues("secretKeyRef")
                    .forEach(reference -> assertThat(page)
                            .contains(reference.path("name").asString("?"))
                            .contains(reference.path("key").asString("?")));
        }
    }

    @Test
    void scalersAskForSeriesThatThereAre() {
        var series = new Series();
        var queries = new ArrayList<String>();
        for (Manifest manifest : manifests()) {
            if (manifest.kind().equals("ScaledObject")) {
                manifest.content().findValues("query").forEach(query -> queries.add(query.asString("")));
                assertThat(manifest.content().at("/spec/scaleTargetRef/name").asString(""))
                        .isEqualTo(manifest.name());
            }
        }
        assertThat(queries)
                .hasSize(4)
                .allSatisfy(query -> assertThat(series.unknownIn(query)).isEmpty());
    }

    @Test
    void whatIsScrapedIsWhereServicesExportIt() {
        String exposed = ServiceFile.named("vigil-defaults.yml")
                .defaultOf("management.endpoints.web.exposure.include")
                .orElseThrow();
        assertThat(exposed).contains("prometheus");
        assertThat(manifests())
                .filteredOn(manifest -> manifest.kind().equals("ServiceMonitor"))
                .hasSize(5)
                .allSatisfy(manifest -> {
                    JsonNode endpoint = manifest.content().at("/spec/endpoints/0");
                    assertThat(endpoint.path("path").asString("")).isEqualTo("/actuator/prometheus");
                    assertThat(endpoint.path("port").asString("")).isEqualTo("http");
                });
    }

    /** What a service's own file and the shared one take from the environment, and every key by its long name. */
    private static Set<String> variablesOf(String service) {
        var names = new HashSet<String>();
        for (String name : List.of("vigil-defaults.yml", service + ".yml")) {
            var file = ServiceFile.named(name);
            file.keysFromEnvironment().forEach(key -> names.addAll(file.environmentOf(key)));
        }
        SettingsMetadata.all()
                .keySet()
                .forEach(key ->
                        names.add(key.toUpperCase(Locale.ROOT).replace(".", "_").replace("-", "")));
        return names;
    }

    private static Set<String> healthPaths() {
        var groups = new TreeSet<String>();
        JsonNode defaults = YamlFile.documents(
                        Shipped.files("src/main/resources", path -> path.endsWith("vigil-defaults.yml"))
                                .getFirst())
                .getFirst();
        defaults.at("/management/endpoint/health/group")
                .propertyNames()
                .forEach(group -> groups.add("/actuator/health/" + group));
        return groups;
    }
}
