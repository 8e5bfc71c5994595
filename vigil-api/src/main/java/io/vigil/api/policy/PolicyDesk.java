package io.vigil.api.policy;

import io.vigil.api.access.Caller;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.policy.PolicyReader.Read;
import io.vigil.audit.AuditEntry;
import io.vigil.liveconfig.ConfigDocuments;
import io.vigil.liveconfig.ConfigDocuments.Change;
import io.vigil.liveconfig.ConfigDocuments.Revision;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The policy and its revisions. What changes is written to the audit trail. Thread-safe; blocks. */
public final class PolicyDesk {

    private final ConfigDocuments documents;
    private final PolicyReader reader;
    private final PolicyReplay replay;
    private final ChangeLedger ledger;

    public PolicyDesk(ConfigDocuments documents, PolicyReader reader, PolicyReplay replay, ChangeLedger ledger) {
        this.documents = documents;
        this.reader = reader;
        this.replay = replay;
        this.ledger = ledger;
    }

    /**
     * A policy as it is written.
     *
     * @param revision 0 is the built-in policy
     */
    public record Version(long revision, JsonNode document) {}

    /** What holds now. */
    public Version current() throws IOException {
        return documents.current(ArbiterPolicy.KEY).map(PolicyDesk::version).orElseGet(PolicyDesk::builtIn);
    }

    /**
     * Stores a policy.
     *
     * @param expected the revision that it was made for; empty takes any
     */
    public PolicyResult put(Caller caller, byte[] json, OptionalLong expected) throws IOException {
        return switch (reader.read(json)) {
            case Read.NotJson() -> new PolicyResult.NotJson();
            case Read.Faulty(var faults) -> new PolicyResult.Faulty(faults);
            case Read.Good good -> stored(caller, "policy.changed", good.document(), expected);
        };
    }

    /**
     * Says what storing a policy would change, and stores nothing.
     *
     * @param last how many past decisions are decided again
     */
    public PolicyResult dryRun(byte[] json, int last, ServiceSender sender) throws IOException, InterruptedException {
        return switch (reader.read(json)) {
            case Read.NotJson() -> new PolicyResult.NotJson();
            case Read.Faulty(var faults) -> new PolicyResult.Faulty(faults);
            case Read.Good good -> {
                Version now = current();
                var changes = DocumentChange.between(now.document(), good.document());
                yield new PolicyResult.Done(
                        now.revision(),
                        new PolicyAnswer.Tried(now.revision(), changes, replay.of(good.document(), last, sender)));
            }
        };
    }

    /**
     * Makes an earlier revision hold again, as a new one.
     *
     * @param revision 0 is the built-in policy
     */
    public PolicyResult rollBack(Caller caller, long revision, OptionalLong expected) throws IOException {
        Optional<Version> earlier = find(revision);
        if (earlier.isEmpty()) {
            return new PolicyResult.NoRevision();
        }
        byte[] json = Json.mapper().writeValueAsBytes(earlier.get().document());
        return switch (reader.read(json)) {
            case Read.Good good -> stored(caller, "policy.rolled_back", good.document(), expected);
            case Read.Faulty(var faults) -> new PolicyResult.Faulty(faults);
            case Read.NotJson() -> new PolicyResult.NotJson();
        };
    }

    /** The difference between two revisions. */
    public PolicyResult difference(long from, long to) throws IOException {
        Optional<Version> before = find(from);
        Optional<Version> after = find(to);
        if (before.isEmpty() || after.isEmpty()) {
            return new PolicyResult.NoRevision();
        }
        var changes =
                DocumentChange.between(before.get().document(), after.get().document());
        return new PolicyResult.Done(to, new PolicyAnswer.Difference(from, to, changes));
    }

    /** The revisions that are kept, with who made them. */
    public PolicyAnswer.History history() throws IOException {
        Map<Long, AuditEntry> entries = ledger.entries("policy", ArbiterPolicy.KEY);
        List<PolicyAnswer.Entry> revisions = documents.history(ArbiterPolicy.KEY).reversed().stream()
                .map(revision -> entry(revision, Optional.ofNullable(entries.get(revision.number()))))
                .toList();
        return new PolicyAnswer.History(current().revision(), revisions);
    }

    private static PolicyAnswer.Entry entry(Revision revision, Optional<AuditEntry> audited) {
        return new PolicyAnswer.Entry(
                revision.number(),
                revision.at(),
                revision.json() == null,
                audited.map(AuditEntry::actor).orElse(null),
                audited.map(AuditEntry::action).orElse(null));
    }

    private PolicyResult stored(Caller caller, String action, JsonNode document, OptionalLong expected)
            throws IOException {
        Version now = current();
        if (expected.isPresent() && expected.getAsLong() != now.revision()) {
            return new PolicyResult.Outdated(now.revision());
        }
        byte[] json = Json.mapper().writeValueAsBytes(document);
        return switch (documents.put(ArbiterPolicy.KEY, json, now.revision())) {
            case Change.Outdated() -> new PolicyResult.Outdated(current().revision());
            case Change.Stored(long revision) -> {
                ledger.write(
                        caller,
                        action,
                        new ChangeLedger.Change(ArbiterPolicy.KEY, now.revision(), revision, now.document(), document));
                yield new PolicyResult.Done(
                        revision, new PolicyAnswer.Changed(revision, DocumentChange.between(now.document(), document)));
            }
        };
    }

    private Optional<Version> find(long revision) throws IOException {
        return revision == 0
                ? Optional.of(builtIn())
                : documents
                        .at(ArbiterPolicy.KEY, revision)
                        .filter(kept -> kept.json() != null)
                        .map(PolicyDesk::version);
    }

    private static Version version(Revision revision) {
        byte[] json = revision.json();
        return json == null ? builtIn() : new Version(revision.number(), document(json));
    }

    /** What somebody wrote past the gateway may be anything. The arbiter refuses it; here it must be replaceable. */
    private static JsonNode document(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JacksonException e) {
            return Json.mapper().nullNode();
        }
    }

    private static Version builtIn() {
        return new Version(0, Json.mapper().valueToTree(ArbiterPolicy.defaults()));
    }
}
