package io.vigil.architecture;

import static io.vigil.architecture.Markdown.code;
import static io.vigil.architecture.Markdown.codes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every key: what the records say about themselves, joined with what the services' files take from the environment. */
final class ConfigurationPage {

    private static final Map<String, String> SERVICES = serviceOfFile();

    /** Keys of Spring, and switches without a record. */
    private static final Map<String, String> FOREIGN = Map.of(
            "server.port", "HTTP port of the service",
            "server.tomcat.max-connections",
                    "most connections open at a time; further callers wait in the listen queue",
            "logging.level.root", "how much is logged: ERROR, WARN, INFO, DEBUG",
            "vigil.sweeper.enabled",
                    "whether this worker also moves messages whose worker died to the dead letters; one kind of worker does",
            "vigil.noop", "whether the stage's engines are replaced by empty ones, to measure the transport alone",
            "vigil.instance", "name of this process in the events that it makes; the host's name unless set");

    private ConfigurationPage() {}

    static String build() {
        var page = Markdown.page("Configuration", "the settings records and the `*.yml` files of the modules")
                .paragraph(
                        "Each key can be set by the environment name in the second column, or as Spring Boot does it: as"
                                + " an argument `--key=value`, or in the environment in upper case with underscores"
                                + " (`VIGIL_WORKER_DRAIN_TIMEOUT`). Durations are written `250ms`, `2s`, `5m`; sizes `64KB`, `1GB`."
                                + " A bad value stops the start and names key and range.");
        Map<String, Set<String>> keys = keysByService();
        SERVICES.forEach((file, service) -> page.section(service)
                .table(
                        List.of("key", "environment", "type", "default", "meaning"),
                        keys.getOrDefault(service, new TreeSet<>()).stream()
                                .map(key -> row(key, ServiceFile.named(file)))
                                .toList()));
        return page.text();
    }

    /** Keys without a meaning: each record documents its components. */
    static List<String> silentKeys() {
        var silent = new ArrayList<String>();
        for (Set<String> keys : keysByService().values()) {
            keys.stream().filter(key -> meaning(key).isEmpty()).forEach(silent::add);
        }
        return silent;
    }

    private static Map<String, Set<String>> keysByService() {
        var keys = new TreeMap<String, Set<String>>();
        SettingsMetadata.all()
                .keySet()
                .forEach(key -> keys.computeIfAbsent(serviceOfKey(key), any -> new TreeSet<>())
                        .add(key));
        SERVICES.forEach((file, service) -> ServiceFile.named(file).keysFromEnvironment().stream()
                .filter(key -> !SettingsMetadata.all().containsKey(key)
                        || serviceOfKey(key).equals(service)
                        || isOverride(key))
                .forEach(key ->
                        keys.computeIfAbsent(service, any -> new TreeSet<>()).add(key)));
        return keys;
    }

    /** A kernel key that a service's own file sets anew. */
    private static boolean isOverride(String key) {
        return serviceOfKey(key).equals("Every service");
    }

    private static List<String> row(String key, ServiceFile file) {
        var setting = SettingsMetadata.all().get(key);
        String type = setting == null ? "" : setting.type();
        String builtIn = setting == null ? "" : setting.defaultValue();
        return List.of(
                code(key),
                codes(file.environmentOf(key)),
                type,
                code(file.defaultOf(key).orElse(builtIn)),
                Markdown.sentence(meaning(key)));
    }

    private static String meaning(String key) {
        var setting = SettingsMetadata.all().get(key);
        return setting == null ? FOREIGN.getOrDefault(key, "") : setting.meaning();
    }

    private static String serviceOfKey(String key) {
        String room = key.split("\\.", 3)[1];
        return switch (room) {
            case "api" -> "vigil-api";
            case "detection" -> "detection-worker";
            case "pii" -> "pii-worker";
            case "arbiter" -> "arbiter-worker";
            case "logging" -> "logging-worker";
            default -> "Every service";
        };
    }

    private static Map<String, String> serviceOfFile() {
        var services = new LinkedHashMap<String, String>();
        services.put("vigil-defaults.yml", "Every service");
        for (String service :
                List.of("vigil-api", "detection-worker", "pii-worker", "arbiter-worker", "logging-worker")) {
            services.put(service + ".yml", service);
        }
        return services;
    }
}
