package io.vigil.api.policy;

import io.vigil.api.ask.ServiceSender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decides past requests again under another policy. */
@FunctionalInterface
public interface PolicyReplay {

    /**
     * Which decisions would change.
     *
     * @param policy the policy to try, valid
     * @param last how many decisions, newest first
     * @throws InterruptedException when the service stops
     */
    Outcome of(JsonNode policy, int last, ServiceSender sender) throws InterruptedException;

    /**
     * What came of it.
     *
     * @param available whether past requests could be decided again
     * @param reason why not; null where they could
     * @param result what the event log answers; null where it did not
     */
    record Outcome(
            boolean available,
            @Nullable String reason,
            @Nullable JsonNode result) {

        /** No answer. */
        public static Outcome none(String reason) {
            return new Outcome(false, reason, null);
        }
    }
}
