package io.vigil.pii.recogniser;

import java.util.regex.Pattern;

/**
 * What the catalogue says about a kind of personal data.
 *
 * @param entity entity type, e.g. {@code PL_PESEL}
 * @param token what stands in the redacted text, e.g. {@code [PESEL]}
 * @param score certainty of a proved value without context words, above 0 and at most 1
 * @param enabled whether it is looked for unless settings say otherwise
 * @param region ISO 3166-1 code of the country that issues it, or {@link #ANYWHERE}
 * @param source the document that defines it
 */
public record CatalogueEntry(String entity, String token, double score, boolean enabled, String region, String source) {

    /** Region of what is the same in every country. */
    public static final String ANYWHERE = "";

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z_]{1,30}\\]");

    public CatalogueEntry {
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException(entity + ": score must be above 0 and at most 1");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(entity + ": token must look like [NAME]");
        }
    }

    /** Looked for by default. */
    public static CatalogueEntry on(String entity, String token, double score, String region, String source) {
        return new CatalogueEntry(entity, token, score, true, region, source);
    }

    /** Looked for where settings ask for it. */
    public static CatalogueEntry off(String entity, String token, double score, String region, String source) {
        return new CatalogueEntry(entity, token, score, false, region, source);
    }
}
