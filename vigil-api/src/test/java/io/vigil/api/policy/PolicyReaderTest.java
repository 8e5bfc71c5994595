package io.vigil.api.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.api.policy.PolicyReader.Read;
import io.vigil.liveconfig.ConfigReader;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PolicyReaderTest {

    private static final String FULL = """
            {"branches":{"heuristics":"CLOSED"},"all_branches_degraded":"BLOCK","pii_degraded":"ALLOW",
             "output":{"pii_degraded":"BLOCK","branches":{"llm_guard":"OPEN"}}}""";
    private static final String LISTS = """
            {"allow":[{"id":"greeting","kind":"exact","value":"Hello"}],
             "deny":[{"id":"falcon","kind":"phrase","value":"project falcon"},{"id":"nr","kind":"regex","value":"PF-[0-9]+"}]}""";
    private static final String TENANTS = """
            {"acme":{"thresholds":{"block":50},"unsanitizable":{"block_from":10},"enforcement":{"block":true,"sanitize":true},
             "monitor":false,"inherit_allow":false,"deny":[{"id":"own","kind":"exact","value":"x"}],"block_message":"No."}}""";

    private final PolicySchema schema = new PolicySchema();
    private final PolicyReader reader = new PolicyReader(schema);

    private static ObjectNode everything() {
        ObjectNode policy = Json.mapper().valueToTree(ArbiterPolicy.defaults());
        policy.set("fail_policy", Json.mapper().readTree(FULL));
        policy.put("monitor", true);
        policy.set("lists", Json.mapper().readTree(LISTS));
        policy.set("tenants", Json.mapper().readTree(TENANTS));
        return policy;
    }

    @Test
    void takesADocumentWithEveryPart() {
        assertThat(reader.read(everything().toString().getBytes(UTF_8))).isInstanceOf(Read.Good.class);
    }

    @Test
    void keepsWhatItReadWhenThatIsWrittenAgain() {
        var policy = Json.strictMapper().treeToValue(everything(), ArbiterPolicy.class);
        assertThat(Json.strictMapper().readValue(Json.mapper().writeValueAsBytes(policy), ArbiterPolicy.class))
                .isEqualTo(policy);
        assertThat(reader.read(Json.mapper().writeValueAsBytes(policy))).isInstanceOf(Read.Good.class);
    }

    /** Where the schema refuses, the arbiter refuses too, and what it allows is refused for reasons across fields alone. */
    @Test
    void agreesWithTheArbitersReader() {
        var random = new Random(7);
        var arbiters = new ConfigReader<>(ArbiterPolicy.class);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            ObjectNode document = everything();
            mutate(document, random);
            boolean fits = schema.faults(document).isEmpty();
            boolean taken = arbiters.read(document.toString().getBytes(UTF_8)) instanceof ConfigReader.Result.Good<?>;
            if (!fits) {
                refused++;
                assertThat(taken).as(document.toString()).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static void mutate(ObjectNode document, Random random) {
        var places = new ArrayList<ObjectNode>();
        collect(document, places);
        ObjectNode place = places.get(random.nextInt(places.size()));
        var names = List.copyOf(place.propertyNames());
        String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
        JsonNode old = place.path(name);
        switch (random.nextInt(6)) {
            case 0 -> place.put(name, random.nextInt(-5, 110));
            case 1 -> place.put(name, random.nextDouble(-0.5, 1.5));
            case 2 -> place.put(name, old.isString() ? old.asString().repeat(random.nextInt(30)) : "text");
            case 3 -> place.put(name, random.nextBoolean());
            case 4 -> place.put("nobody_reads_this", 1);
            default -> place.putArray(name);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> places) {
        if (node instanceof ObjectNode object) {
            places.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, places));
        }
    }
}
