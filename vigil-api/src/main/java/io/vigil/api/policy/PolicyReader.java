package io.vigil.api.policy;

import io.vigil.api.check.FieldFault;
import io.vigil.liveconfig.ConfigReader;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.wire.Json;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Bytes to a policy. The schema names every fault at once; the arbiter's own reader has the last word, so that what is
 * taken here is taken there. Thread-safe.
 */
public final class PolicyReader {

    private final PolicySchema schema;
    private final ConfigReader<ArbiterPolicy> arbiters = new ConfigReader<>(ArbiterPolicy.class);

    public PolicyReader(PolicySchema schema) {
        this.schema = schema;
    }

    /** What bytes turned out to be. */
    public sealed interface Read {

        /** A policy; {@code document} is how it was written. */
        record Good(ArbiterPolicy policy, JsonNode document) implements Read {}

        /** JSON that is no policy; at least one fault. */
        record Faulty(List<FieldFault> faults) implements Read {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /** No JSON document in UTF-8. */
        record NotJson() implements Read {}
    }

    /** Reads a document whole; never throws on bad input. */
    public Read read(byte[] json) {
        JsonNode document;
        try {
            document = Json.strictMapper().readTree(json);
        } catch (JacksonException e) {
            return new Read.NotJson();
        }
        if (document.isMissingNode()) {
            return new Read.NotJson();
        }
        List<FieldFault> faults = schema.faults(document);
        return faults.isEmpty() ? asTheArbiter(json, document) : new Read.Faulty(faults);
    }

    private Read asTheArbiter(byte[] json, JsonNode document) {
        return switch (arbiters.read(json)) {
            case ConfigReader.Result.Good<ArbiterPolicy>(ArbiterPolicy policy) -> new Read.Good(policy, document);
            case ConfigReader.Result.Bad<ArbiterPolicy>(String why) ->
                new Read.Faulty(List.of(new FieldFault(pointer(why, document), why)));
        };
    }

    /** The reader's messages begin with the path of what they are about, where they are about a part. */
    private static String pointer(String why, JsonNode document) {
        int end = why.indexOf(' ');
        String pointer = "/" + why.substring(0, Math.max(0, end)).replace('.', '/');
        return end > 0 && !document.at(pointer).isMissingNode() ? pointer : "";
    }
}
