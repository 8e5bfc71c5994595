package io.vigil.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change that somebody made.
 *
 * @param id unique for ever; also deduplicates the message
 * @param at when
 * @param actor public id of the key that did it, or the name of a service
 * @param tenant tenant of the actor; empty without tenants
 * @param action what was done, in two parts of {@code a-z _}, e.g. {@code policy.changed}
 * @param target what it was done to, e.g. the name of a family or the public id of a key; never text of a request
 * @param before the target before, without secrets; null where there was none, or none is told
 * @param after the target after, without secrets; null where there is none any more, or none is told
 */
public record AuditEntry(
        String id,
        Instant at,
        String actor,
        String tenant,
        String action,
        String target,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    private static final Pattern ACTION = Pattern.compile("[a-z_]+\\.[a-z_]+");

    public AuditEntry {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(tenant, "tenant");
        requireNonNull(target, "target");
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("action must be two words of a-z and _ with a dot between them");
        }
    }
}
