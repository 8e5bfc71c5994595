package io.vigil.logging;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Direction;
import io.vigil.message.Grounds;
import io.vigil.message.MatchedRule;
import io.vigil.message.Mode;
import io.vigil.message.Origin;
import io.vigil.message.Provenance;
import io.vigil.message.Source;
import io.vigil.message.StageTiming;
import io.vigil.message.ThreatLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event to ask for, by what questions can tell events apart by. Its score is that of the heuristics alone. */
public record LoggedEvent(
        String id,
        Instant at,
        String tenant,
        String client,
        String session,
        String decision,
        int score,
        String category,
        String language,
        String text) {

    /** An event that differs from the others by its name, time and tenant. */
    public static LoggedEvent of(String id, Instant at, String tenant) {
        return new LoggedEvent(
                id, at, tenant, "shop", "s-" + id, "ALLOW", 10, "INSTRUCTION_OVERRIDE", "en", "good morning to you");
    }

    public LoggedEvent decided(String outcome, int threatScore) {
        return new LoggedEvent(id, at, tenant, client, session, outcome, threatScore, category, language, text);
    }

    public LoggedEvent from(String sender, String conversation) {
        return new LoggedEvent(id, at, tenant, sender, conversation, decision, score, category, language, text);
    }

    public LoggedEvent saying(String words, String inLanguage, String family) {
        return new LoggedEvent(id, at, tenant, client, session, decision, score, family, inLanguage, words);
    }

    /** As the arbiter would have published it. */
    public DecisionEvent event() {
        boolean personal = text.contains("[EMAIL]");
        return new DecisionEvent(
                id,
                at,
                decision,
                Direction.INPUT,
                Source.USER_INPUT,
                Mode.FULL,
                tenant,
                score,
                0.75,
                List.of(category),
                List.of(),
                List.of(),
                List.of("llm_guard"),
                branches(),
                personal ? List.of("EMAIL_ADDRESS") : List.of(),
                personal ? 1 : 0,
                language,
                List.of("heuristics scored " + score),
                List.of(new StageTiming("detection", 1000, 2000), new StageTiming("pii", 30, 400)),
                text,
                null,
                text.length(),
                7,
                new Origin(client, session, at.minusMillis(5)),
                personal ? Map.of("EMAIL_ADDRESS", 1) : Map.of(),
                null,
                new Grounds(
                        score >= 70 ? ThreatLevel.HIGH : ThreatLevel.LOW,
                        Map.of("heuristics", 1.0),
                        score,
                        Map.of(),
                        70,
                        30,
                        50,
                        true,
                        List.of(new MatchedRule(
                                BranchId.HEURISTICS, category, "override-1", score, "Orders to forget the rules."))),
                Provenance.UNKNOWN);
    }

    private List<BranchReport> branches() {
        return List.of(
                new BranchReport.Scored(
                        BranchId.HEURISTICS,
                        score,
                        ThreatLevel.MEDIUM,
                        0.8,
                        Set.of(CriticalSignal.OBFUSCATION_DETECTED),
                        Map.of(),
                        List.of(),
                        List.of("hidden characters"),
                        900),
                new BranchReport.Skipped(BranchId.SEMANTIC, "decided"),
                new BranchReport.Degraded(BranchId.CLASSIFIER, "timeout", 3000));
    }
}
