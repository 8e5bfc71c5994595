package io.vigil.pii.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.message.RedactionKind;
import io.vigil.redaction.RedactionMode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How values are redacted.
 *
 * @param byDefault for every entity type without a rule of its own
 * @param entities rules by entity type
 */
public record RedactionRules(@JsonProperty("default") RedactionRule byDefault, Map<String, RedactionRule> entities) {

    private static final int MOST_RULES = 200;

    public RedactionRules {
        Allowed.present("redaction.default", byDefault);
        Allowed.size("redaction.entities", entities, MOST_RULES);
        entities.forEach((entity, rule) -> {
            Allowed.entity("redaction.entities", entity);
            Allowed.present("redaction.entities." + entity, rule);
        });
        entities = Map.copyOf(entities);
        if (byDefault.text() != null) {
            throw new IllegalArgumentException("redaction.default must have no text: it would be the same for all");
        }
    }

    /** The catalogue's token for every value. */
    public static RedactionRules tokens() {
        return new RedactionRules(RedactionRule.of(RedactionKind.TOKEN), Map.of());
    }

    /**
     * The mode for an entity type.
     *
     * @param token the catalogue's token for it
     */
    public RedactionMode mode(String entity, String token) {
        return Objects.requireNonNull(entities.getOrDefault(entity, byDefault)).mode(entity, token);
    }

    /** These rules with one mode for every value; a rule that has this mode stays as it is. */
    public RedactionRules with(RedactionKind mode) {
        var same = entities.entrySet().stream()
                .filter(rule -> rule.getValue().mode() == mode)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new RedactionRules(byDefault.mode() == mode ? byDefault : RedactionRule.of(mode), same);
    }

    /** Whether any rule needs the secret key. */
    public boolean needKey() {
        return Stream.concat(Stream.of(byDefault), entities.values().stream())
                .anyMatch(rule -> rule.mode().needsKey());
    }
}
