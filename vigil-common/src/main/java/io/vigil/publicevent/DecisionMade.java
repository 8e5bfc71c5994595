package io.vigil.publicevent;

import static java.util.Objects.requireNonNull;

import io.vigil.message.BranchReport;
import io.vigil.message.Decision;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Direction;
import io.vigil.message.Mode;
import io.vigil.message.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text was decided about. Never the text as sent.
 *
 * @param requestId the request, and the event of the log that tells more
 * @param client application that sent the text, as it names itself; null where it does not
 * @param session conversation that the text belongs to; null where it is not said
 * @param direction which side of the conversation; null where it is not known
 * @param source who wrote the text; null where it is not known
 * @param mode how much detection was asked for; null where it is not known
 * @param threatScore 0 (harmless) to 100 (attack)
 * @param confidence 0 to 1
 * @param categories families of attack found, strongest first
 * @param boosts names of the boosts that applied
 * @param flags fixed codes about the decision
 * @param degraded names of branches and engines that should have run and could not
 * @param branches one entry per branch
 * @param piiTypes distinct types of personal data found
 * @param piiCount number of places with personal data
 * @param language ISO 639-1 code, or {@code unknown}
 * @param textLength length of the text as sent, in Unicode code points
 * @param policyRevision revision of the policy that decided; 0 is the built-in default
 * @param redactedText the text without personal data; null unless a setting asks for it
 */
public record DecisionMade(
        String requestId,
        @Nullable String client,
        @Nullable String session,
        Decision decision,
        @Nullable Direction direction,
        @Nullable Source source,
        @Nullable Mode mode,
        int threatScore,
        double confidence,
        List<String> categories,
        List<String> boosts,
        List<String> flags,
        List<String> degraded,
        List<Branch> branches,
        List<String> piiTypes,
        int piiCount,
        String language,
        int textLength,
        long policyRevision,
        @Nullable String redactedText)
        implements PublicEvent {

    /**
     * What one branch said.
     *
     * @param branch {@code heuristics}, {@code semantic} or {@code llm_guard}
     * @param status whether the branch ran, had to run and could not, or was left out: as in {@link BranchReport}
     * @param score 0 to 100; null where there is a reason
     * @param reason why there is no score, as a fixed code; null where there is one
     */
    public record Branch(
            String branch,
            String status,
            @Nullable Integer score,
            @Nullable String reason) {}

    public DecisionMade {
        requireNonNull(requestId, "request_id");
        requireNonNull(decision, "decision");
        requireNonNull(language, "language");
        categories = List.copyOf(categories);
        boosts = List.copyOf(boosts);
        flags = List.copyOf(flags);
        degraded = List.copyOf(degraded);
        branches = List.copyOf(branches);
        piiTypes = List.copyOf(piiTypes);
    }

    @Override
    public String name() {
        return "decision_made";
    }

    /**
     * What others are told about an event of the log; nothing about a request that nobody decided.
     *
     * @param withRedactedText whether the text without personal data goes along
     */
    public static Optional<DecisionMade> of(DecisionEvent event, boolean withRedactedText) {
        return event.outcome().equals(DecisionEvent.EXPIRED)
                ? Optional.empty()
                : Optional.of(new DecisionMade(
                        event.requestId(),
                        event.origin().client(),
                        event.origin().session(),
                        Decision.valueOf(event.outcome()),
                        event.direction(),
                        event.source(),
                        event.mode(),
                        event.threatScore(),
                        event.confidence(),
                        event.categories(),
                        event.boosts(),
                        event.flags(),
                        event.degraded(),
                        event.branches().stream().map(DecisionMade::branch).toList(),
                        event.piiTypes(),
                        event.piiCount(),
                        event.language(),
                        event.textLength(),
                        event.policyRevision(),
                        withRedactedText ? event.text() : null));
    }

    private static Branch branch(BranchReport report) {
        String name = report.branch().wireName();
        return switch (report) {
            case BranchReport.Scored scored -> new Branch(name, "scored", scored.score(), null);
            case BranchReport.Degraded degraded -> new Branch(name, "degraded", null, degraded.reason());
            case BranchReport.Skipped skipped -> new Branch(name, "skipped", null, skipped.reason());
        };
    }
}
