package io.vigil.api.clients;

import io.vigil.wire.Json;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the existing clients: camelCase, no nulls. */
public final class ClientJson {

    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
            .build();

    private ClientJson() {}

    /** Immutable, thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
