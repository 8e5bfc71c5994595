package io.vigil.pii.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant has instead of the general settings: each key that is given takes the place of the general one, whole;
 * null leaves the general one in force.
 *
 * @see PiiSettings
 */
public record TenantSettings(
        @Nullable Set<String> entities,
        @Nullable DetectionMode mode,
        @Nullable Map<String, Double> thresholds,
        @Nullable List<String> languages,
        @Nullable AllowList allow,
        @Nullable RedactionRules redaction) {

    /** The settings of the tenant. */
    PiiSettings over(PiiSettings general) {
        return new PiiSettings(
                entities == null ? general.entities() : entities,
                mode == null ? general.mode() : mode,
                thresholds == null ? general.thresholds() : thresholds,
                languages == null ? general.languages() : languages,
                allow == null ? general.allow() : allow,
                redaction == null ? general.redaction() : redaction);
    }
}
