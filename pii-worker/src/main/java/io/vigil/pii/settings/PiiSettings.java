package io.vigil.pii.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that decides what counts as personal data and what becomes of it. Kept under key {@value #KEY} in the bucket
 * {@code vigil-config} as JSON in snake_case; {@code docs/detectors/pii-settings.md} lists the keys.
 *
 * @param entities entity types to look for; empty means none
 * @param mode how sure the worker must be
 * @param thresholds least score that counts, 0 to 1, by entity type; others as the mode says
 * @param languages ISO 639-1 codes, of {@code en} and {@code pl}, in which names are looked for and Presidio is asked; empty
 *     means that neither happens
 * @param allow values that may stay
 * @param redaction what becomes of the others
 * @param tenants what is different for some tenants, by their names; may be left out
 */
public record PiiSettings(
        Set<String> entities,
        DetectionMode mode,
        Map<String, Double> thresholds,
        List<String> languages,
        AllowList allow,
        RedactionRules redaction,
        Map<String, TenantSettings> tenants) {

    /** Key in the bucket. */
    public static final String KEY = "pii";

    /** The languages that this product is made for. */
    public static final List<String> LANGUAGES = List.of("en", "pl");

    private static final int MOST_ENTITIES = 200;

    public PiiSettings {
        Allowed.size("entities", entities, MOST_ENTITIES);
        entities.forEach(entity -> Allowed.entity("entities", entity));
        entities = Set.copyOf(entities);
        Allowed.present("mode", mode);
        Allowed.size("thresholds", thresholds, MOST_ENTITIES);
        thresholds.forEach((entity, threshold) -> {
            Allowed.entity("thresholds", entity);
            Allowed.fraction("thresholds." + entity, threshold);
        });
        thresholds = Map.copyOf(thresholds);
        Allowed.size("languages", languages, LANGUAGES.size());
        if (!LANGUAGES.containsAll(languages)) {
            throw new IllegalArgumentException("languages must be of " + LANGUAGES);
        }
        languages = languages.stream().distinct().toList();
        Allowed.present("allow", allow);
        Allowed.present("redaction", redaction);
        tenants = Tenants.of(tenants);
        if (!tenants.isEmpty()) {
            Tenants.check(
                    new PiiSettings(entities, mode, thresholds, languages, allow, redaction), tenants, good -> {});
        }
    }

    /** Settings that are the same for every tenant. */
    public PiiSettings(
            Set<String> entities,
            DetectionMode mode,
            Map<String, Double> thresholds,
            List<String> languages,
            AllowList allow,
            RedactionRules redaction) {
        this(entities, mode, thresholds, languages, allow, redaction, Map.of());
    }

    /** The documented defaults for some entity types. */
    public static PiiSettings defaults(Set<String> entities) {
        return new PiiSettings(
                entities, DetectionMode.BALANCED, Map.of(), LANGUAGES, AllowList.none(), RedactionRules.tokens());
    }

    /** Looks for nothing. */
    public static PiiSettings nothing() {
        return new PiiSettings(
                Set.of(), DetectionMode.BALANCED, Map.of(), List.of(), AllowList.none(), RedactionRules.tokens());
    }

    /**
     * The settings of a tenant: its own, and the general ones where it has none.
     *
     * @param tenant a name; of one that the settings do not know, or of nobody, the general ones
     */
    public PiiSettings of(String tenant) {
        TenantSettings own = tenants.get(tenant);
        return own == null ? this : own.over(this);
    }

    /** Entity types that are looked for in the texts of some tenant. */
    public Set<String> entitiesOfAnyTenant() {
        var all = new TreeSet<>(entities);
        tenants.keySet().forEach(tenant -> all.addAll(of(tenant).entities()));
        return all;
    }

    /** The least score that counts, 0 to 1. */
    public double threshold(String entity) {
        Double set = thresholds.get(entity);
        return set == null ? mode.threshold(entity) : set;
    }

    /**
     * Refuses what this worker cannot work with.
     *
     * @param known every entity type that some engine here can find
     * @param key whether there is a secret key
     * @throws IllegalArgumentException names the key of the settings
     */
    public void check(Set<String> known, boolean key) {
        named("entities", entities, known);
        named("thresholds", thresholds.keySet(), known);
        named("redaction.entities", redaction.entities().keySet(), known);
        if (redaction.needKey() && !key) {
            throw new IllegalArgumentException(
                    "redaction uses hash or reversible, which need VIGIL_PII_KEY on every PII worker");
        }
        Tenants.check(this, tenants, settings -> settings.check(known, key));
    }

    private static void named(String key, Set<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(key + " names " + name + ", which nobody here can find");
            }
        }
    }
}
