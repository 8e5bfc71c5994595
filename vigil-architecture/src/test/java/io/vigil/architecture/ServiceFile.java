package io.vigil.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A service's {@code *.yml}: which keys it sets, and which of them come from the environment. */
final class ServiceFile {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private final Map<String, String> values = new TreeMap<>();

    private ServiceFile(@Nullable Object root) {
        flatten("", root);
    }

    /** Empty where no module has such a file. */
    static ServiceFile named(String name) {
        return new ServiceFile(Shipped.files("src/main/resources", path -> path.endsWith(name)).stream()
                .findFirst()
                .map(Path::toAbsolutePath)
                .map(file -> new Yaml().load(Shipped.read(file)))
                .orElse(null));
    }

    List<String> keysFromEnvironment() {
        return values.keySet().stream()
                .filter(key -> !environmentOf(key).isEmpty())
                .toList();
    }

    List<String> environmentOf(String key) {
        var names = new ArrayList<String>();
        var matcher = ENVIRONMENT.matcher(values.getOrDefault(key, ""));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** What holds where the environment says nothing; empty where this file does not set the key. */
    Optional<String> defaultOf(String key) {
        return Optional.ofNullable(values.get(key)).map(ServiceFile::innermost);
    }

    /** {@code ${A:${B:x}}} to {@code x}. */
    private static String innermost(String value) {
        String rest = value;
        while (rest.startsWith("${") && rest.endsWith("}") && rest.indexOf(':') > 0) {
            rest = rest.substring(rest.indexOf(':') + 1, rest.length() - 1);
        }
        return rest;
    }

    private void flatten(String prefix, @Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value));
        } else if (node != null) {
            values.put(prefix, String.valueOf(node));
        }
    }
}
