package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The overlays, built by kubectl and held against the schemas of the Kubernetes API. Needs no cluster. */
class KubernetesIT {

    /** Kinds of operators, whose schemas a cluster has only with them. */
    private static final Set<String> FOREIGN = Set.of("ServiceMonitor", "ScaledObject", "TriggerAuthentication");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production", "keda"})
    void builds(String overlay) throws Exception {
        List<JsonNode> objects = build(overlay);
        assertThat(objects).hasSizeGreaterThan(20);
        var identities = new HashSet<String>();
        for (JsonNode object : objects) {
            String identity = object.path("kind").asString("") + "/"
                    + object.at("/metadata/name").asString("");
            assertThat(identities.add(identity))
                    .as("%s is there once", identity)
                    .isTrue();
            if (!FOREIGN.contains(object.path("kind").asString(""))) {
                validate(object);
            }
        }
        referencesResolve(objects, identities);
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "keda"})
    void scalesEachServiceByOneAutoscaler(String overlay) throws Exception {
        List<String> targets = build(overlay).stream()
                .filter(object -> Set.of("HorizontalPodAutoscaler", "ScaledObject")
                        .contains(object.path("kind").asString("")))
                .map(object -> object.at("/spec/scaleTargetRef/name").asString(""))
                .toList();
        assertThat(targets)
                .containsExactlyInAnyOrder(
                        "vigil-api", "detection-worker", "pii-worker", "arbiter-worker", "logging-worker");
    }

    @Test
    void aMisspeltFieldIsRefused() {
        JsonNode misspelt = YamlFile.documents("""
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata: {name: x}
                        spec: {maxUnavailabel: 1}
                        """).getFirst();
        assertThatThrownBy(() -> validate(misspelt)).rootCause().hasMessageContaining("maxUnavailabel");
    }

    /** Throws where a field is unknown, missing, or of the wrong type. */
    private static void validate(JsonNode object) throws Exception {
        String[] version = object.path("apiVersion").asString("").split("/", -1);
        String name = version[version.length - 1].replaceFirst("^v", "V")
                + object.path("kind").asString("");
        Class<?> model = Class.forName("io.kubernetes.client.openapi.models." + name);
        var validation = model.getMethod("validateJsonElement", JsonElement.class);
        assertThat(validation).as(name).isNotNull();
        validation.invoke(null, JsonParser.parseString(object.toString()));
    }

    private static void referencesResolve(List<JsonNode> objects, Set<String> identities) {
        for (JsonNode object : objects) {
            JsonNode pod = object.at("/spec/template/spec");
            pod.findValues("configMapRef")
                    .forEach(reference -> assertThat(identities)
                            .contains("ConfigMap/" + reference.path("name").asString("")));
            pod.findValues("configMap")
                    .forEach(volume -> assertThat(identities)
                            .contains("ConfigMap/" + volume.path("name").asString("")));
            if (pod.has("serviceAccountName")) {
                assertThat(identities)
                        .contains("ServiceAccount/"
                                + pod.path("serviceAccountName").asString(""));
            }
        }
    }

    private static List<JsonNode> build(String overlay) throws Exception {
        Path tool = Path.of(System.getenv()
                .getOrDefault(
                        "KUBECTL_BIN",
                        Shipped.root().resolve(".vigil/kubectl/usr/bin/kubectl").toString()));
        assumeTrue(Files.isExecutable(tool), "no kubectl: run deploy/local/kubectl.sh, or set KUBECTL_BIN");
        Process process = new ProcessBuilder(
                        tool.toString(),
                        "kustomize",
                        Manifests.FOLDER.resolve("overlays").resolve(overlay).toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return YamlFile.documents(output);
    }
}
