package io.vigil.api.policy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vigil.api.check.FieldFault;
import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of the policy, as it is published and as documents are checked by. Thread-safe. */
public final class PolicySchema {

    private static final String RESOURCE = "policy.schema.json";
    private static final int MOST_FAULTS = 50;

    private final byte[] document;
    private final Schema schema;

    /** Reads the schema that comes with the gateway. */
    public PolicySchema() {
        try (InputStream in = Objects.requireNonNull(PolicySchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            this.document = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.mapper().readTree(document));
    }

    /** The schema as JSON. */
    public byte[] document() {
        return document.clone();
    }

    /** Everything in a document that the schema does not allow; empty where it allows the document. */
    List<FieldFault> faults(JsonNode policy) {
        return schema.validate(policy).stream()
                .map(PolicySchema::fault)
                .distinct()
                .limit(MOST_FAULTS)
                .toList();
    }

    private static FieldFault fault(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return new FieldFault(pointer.equals("/") ? "" : pointer, error.getMessage());
    }
}
