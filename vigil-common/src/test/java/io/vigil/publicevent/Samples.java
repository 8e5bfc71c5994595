package io.vigil.publicevent;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Messages;
import io.vigil.message.ThreatLevel;
import io.vigil.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One event of each kind. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String REDACTED = "write to [EMAIL]";
    static final String SEALED = "c2VhbGVk";

    private Samples() {}

    static List<PublicEvent> all() {
        return List.of(
                DecisionMade.of(decision("r1", "BLOCK"), true).orElseThrow(),
                new PolicyChanged("arbiter", 4, 3, "k1"),
                new KeyRevoked("k2", "revoked", "k1"),
                new DeadLetterRedriven("r1", 7, "pii-worker", "vigil.pii.detect", "attempts_exhausted", 1, "k1"));
    }

    static DecisionEvent decision(String requestId, String outcome) {
        ObjectNode event = Json.mapper().valueToTree(Messages.event());
        event.put("request_id", requestId)
                .put("outcome", outcome)
                .put("text", REDACTED)
                .put("sealed_text", SEALED)
                .set("branches", Json.mapper().valueToTree(branches()));
        return Json.mapper().treeToValue(event, DecisionEvent.class);
    }

    private static BranchReport[] branches() {
        return new BranchReport[] {
            new BranchReport.Scored(
                    BranchId.HEURISTICS, 91, ThreatLevel.HIGH, 0.9, Set.of(), Map.of(), List.of(), List.of(), 900),
            new BranchReport.Skipped(BranchId.SEMANTIC, BranchReport.Skipped.DECIDED),
            new BranchReport.Degraded(BranchId.CLASSIFIER, "timeout", 3_000_000)
        };
    }
}
