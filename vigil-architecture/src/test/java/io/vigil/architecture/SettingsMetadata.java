package io.vigil.architecture;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the annotation processor wrote about every settings record on the class path. */
final class SettingsMetadata {

    private static final Map<String, Setting> ALL = read();

    private SettingsMetadata() {}

    /** One key. */
    record Setting(String type, String defaultValue, String meaning) {}

    /** By key; only those of this project. */
    static Map<String, Setting> all() {
        return ALL;
    }

    private static Map<String, Setting> read() {
        var settings = new TreeMap<String, Setting>();
        try {
            var files =
                    SettingsMetadata.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            while (files.hasMoreElements()) {
                read(files.nextElement()).path("properties").forEach(property -> {
                    String name = property.path("name").asString("");
                    if (name.startsWith("vigil.")) {
                        settings.put(name, setting(property));
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static JsonNode read(URL file) throws IOException {
        try (InputStream stream = file.openStream()) {
            return Json.mapper().readTree(stream);
        }
    }

    private static Setting setting(JsonNode property) {
        String type = property.path("type").asString("");
        JsonNode value = property.path("defaultValue");
        String text = value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString("");
        return new Setting(
                simple(type), text, property.path("description").asString("").replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }

    /** {@code java.util.List<java.lang.String>} to {@code List<String>}. */
    private static String simple(String type) {
        return type.replaceAll("[a-z_]+\\.", "").replace('$', '.');
    }
}
