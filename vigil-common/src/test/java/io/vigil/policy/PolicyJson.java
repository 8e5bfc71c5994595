package io.vigil.policy;

import io.vigil.liveconfig.ConfigReader;
import io.vigil.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies as operators write them: the defaults with some keys changed. */
public final class PolicyJson {

    private PolicyJson() {}

    /** The defaults as JSON with one key changed. */
    public static byte[] with(String key, Object value) {
        ObjectNode root = Json.strictMapper().valueToTree(ArbiterPolicy.defaults());
        parent(root, key).set(last(key), Json.strictMapper().<JsonNode>valueToTree(value));
        return Json.strictMapper().writeValueAsBytes(root);
    }

    /** The defaults as JSON without one key. */
    public static byte[] without(String key) {
        ObjectNode root = Json.strictMapper().valueToTree(ArbiterPolicy.defaults());
        parent(root, key).remove(last(key));
        return Json.strictMapper().writeValueAsBytes(root);
    }

    /** The policy with one key changed, read as the live configuration reads it. */
    public static ArbiterPolicy changed(String key, Object value) {
        return switch (read(with(key, value))) {
            case ConfigReader.Result.Good<ArbiterPolicy> good -> good.value();
            case ConfigReader.Result.Bad<ArbiterPolicy> bad -> throw new AssertionError(bad.why());
        };
    }

    static ConfigReader.Result<ArbiterPolicy> read(byte[] json) {
        return new ConfigReader<>(ArbiterPolicy.class).read(json);
    }

    /** Every key with its default, nested keys joined by dots. */
    static Map<String, String> flat() {
        var flat = new TreeMap<String, String>();
        flatten("", Json.strictMapper().valueToTree(ArbiterPolicy.defaults()), flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
        } else {
            into.put(path, node.asString());
        }
    }

    private static ObjectNode parent(ObjectNode root, String key) {
        ObjectNode node = root;
        String[] steps = key.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            node = (ObjectNode) node.get(steps[i]);
        }
        return node;
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
