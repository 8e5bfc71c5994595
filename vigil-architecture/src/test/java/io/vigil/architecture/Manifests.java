package io.vigil.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is in {@code deploy/k8s}. */
final class Manifests {

    static final Path FOLDER = Shipped.root().resolve("deploy/k8s");

    private Manifests() {}

    /** One document of one file. */
    record Manifest(String file, JsonNode content) {

        String kind() {
            return content.path("kind").asString("");
        }

        String name() {
            return content.at("/metadata/name").asString("");
        }

        /** The template of its pods, where it makes any. */
        List<Pod> pods() {
            JsonNode template = content.at("/spec/template/spec");
            return template.has("containers") ? List.of(new Pod(file + " " + name(), template)) : List.of();
        }

        @Override
        public String toString() {
            return file + " " + kind() + " " + name();
        }
    }

    /** Pods that a manifest makes. */
    record Pod(String origin, JsonNode spec) {

        List<Container> containers() {
            var containers = new ArrayList<Container>();
            spec.path("containers").forEach(content -> containers.add(new Container(origin, content)));
            return containers;
        }

        @Override
        public String toString() {
            return origin;
        }
    }

    /** A container of a pod. */
    record Container(String origin, JsonNode content) {

        String name() {
            return content.path("name").asString("");
        }

        boolean isService() {
            return content.path("image").asString("").startsWith("vigil/");
        }

        List<String> environment() {
            var names = new ArrayList<String>();
            content.path("env")
                    .forEach(variable -> names.add(variable.path("name").asString("")));
            return names;
        }

        @Override
        public String toString() {
            return origin;
        }
    }

    static List<Manifest> all() {
        return yaml().stream()
                .flatMap(file -> YamlFile.documents(file).stream()
                        .map(content -> new Manifest(FOLDER.relativize(file).toString(), content)))
                .toList();
    }

    static List<Pod> pods() {
        return all().stream().flatMap(manifest -> manifest.pods().stream()).toList();
    }

    static List<Container> services() {
        return pods().stream()
                .flatMap(pod -> pod.containers().stream())
                .filter(Container::isService)
                .toList();
    }

    private static List<Path> yaml() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
