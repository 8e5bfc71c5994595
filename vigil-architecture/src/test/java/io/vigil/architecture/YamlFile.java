package io.vigil.architecture;

import io.vigil.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The documents of a YAML file. */
final class YamlFile {

    private YamlFile() {}

    static List<JsonNode> documents(Path file) {
        return documents(Shipped.read(file));
    }

    static List<JsonNode> documents(String text) {
        var documents = new ArrayList<JsonNode>();
        for (Object document : new Yaml().loadAll(text)) {
            if (document != null) {
                documents.add(Json.mapper().valueToTree(document));
            }
        }
        return documents;
    }
}
