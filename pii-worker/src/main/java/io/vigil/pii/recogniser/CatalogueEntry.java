package io.vigil.pii.recogniser;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the catalogue: what is decided about a recogniser outside its class.
 *
 * @param entity the recogniser's entity type
 * @param enabled whether it runs
 * @param languages ISO 639-1 codes whose context words it must know
 * @param score certainty of a valid value without context words, above 0 and at most 1
 * @param token what stands in the redacted text, e.g. {@code [PESEL]}
 */
public record CatalogueEntry(
        @JsonProperty(required = true) String entity,
        @JsonProperty(required = true) boolean enabled,
        @JsonProperty(required = true) Set<String> languages,
        @JsonProperty(required = true) double score,
        @JsonProperty(required = true) String token) {

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z_]{1,30}\\]");

    public CatalogueEntry {
        languages = Set.copyOf(languages);
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException(entity + ": score must be above 0 and at most 1");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(entity + ": token must look like [NAME]");
        }
    }
}
