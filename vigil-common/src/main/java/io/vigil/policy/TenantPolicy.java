package io.vigil.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has made stricter. Whatever is looser than the policy of the organisation has no effect. Null leaves a
 * part as it is.
 *
 * @param monitor false enforces what the organisation only watches
 * @param inheritAllow false switches the organisation's list of allowed texts off
 * @param deny further texts that are blocked
 * @param blockMessage what the sender of a blocked text is told, 1 to 500 characters
 */
public record TenantPolicy(
        @Nullable Bands thresholds,
        @Nullable Located unsanitizable,
        @Nullable FailPolicy failPolicy,
        @Nullable Enforcement enforcement,
        @Nullable Boolean monitor,
        @Nullable Boolean inheritAllow,
        @Nullable List<ListEntry> deny,
        @Nullable String blockMessage) {

    public TenantPolicy {
        deny = deny == null ? null : List.copyOf(deny);
        TextLists.check("deny", deny);
        if (blockMessage != null) {
            Allowed.text("block_message", blockMessage, ArbiterPolicy.MAX_BLOCK_MESSAGE);
        }
    }

    /**
     * Where the bands begin.
     *
     * @param block 1 to 100
     * @param sanitize 0 to 99
     */
    public record Bands(@Nullable Integer block, @Nullable Integer sanitize) {

        public Bands {
            if (block != null) {
                Allowed.between("thresholds.block", block, 1, 100);
            }
            if (sanitize != null) {
                Allowed.between("thresholds.sanitize", sanitize, 0, 99);
            }
        }
    }

    /**
     * What happens where nobody can say what to take out.
     *
     * @param blockFrom 0 to 100
     */
    public record Located(
            @Nullable Integer blockFrom, @Nullable Boolean highWithoutSpan) {

        public Located {
            if (blockFrom != null) {
                Allowed.score("unsanitizable.block_from", blockFrom);
            }
        }
    }
}
