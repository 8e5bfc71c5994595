package io.vigil.api.patterns;

import io.vigil.api.access.Caller;
import io.vigil.api.ask.ServiceAsker;
import io.vigil.api.ask.ServiceReply;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.check.FieldFault;
import io.vigil.api.policy.ChangeLedger;
import io.vigil.liveconfig.ConfigDocuments;
import io.vigil.liveconfig.ConfigDocuments.Change;
import io.vigil.liveconfig.ConfigDocuments.Revision;
import io.vigil.message.ServiceFault;
import io.vigil.patternlibrary.PatternDocument;
import io.vigil.patternlibrary.PatternFamilies;
import io.vigil.patternlibrary.PatternFaults;
import io.vigil.patternlibrary.PatternMatches;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.topology.Subjects;
import io.vigil.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Families of patterns and their revisions. What changes is written to the audit trail. Thread-safe; blocks. */
public final class PatternsDesk {

    private static final Pattern FAMILY = Pattern.compile("[a-z]{1,20}(-[a-z]{1,20}){0,4}");

    private final ConfigDocuments documents;
    private final ServiceAsker workers;
    private final ChangeLedger ledger;

    public PatternsDesk(ConfigDocuments documents, ServiceAsker workers, ChangeLedger ledger) {
        this.documents = documents;
        this.workers = workers;
        this.ledger = ledger;
    }

    /** All families as a worker searches for them. */
    public ServiceReply<PatternFamilies> list(ServiceSender sender) throws InterruptedException {
        return workers.ask(
                Subjects.PATTERNS_LIST, sender, new PatternQuestion(null, null, null, null), PatternFamilies.class);
    }

    /** Which patterns match where. */
    public ServiceReply<PatternMatches> test(ServiceSender sender, PatternQuestion question)
            throws InterruptedException {
        return workers.ask(Subjects.PATTERNS_TEST, sender, question, PatternMatches.class);
    }

    /** One family as it is written down: as stored, or else as it comes with the worker. */
    public PatternsResult get(ServiceSender sender, String family) throws IOException, InterruptedException {
        if (!FAMILY.matcher(family).matches()) {
            return new PatternsResult.NoFamily();
        }
        Optional<Revision> stored = documents.current(family);
        byte[] json = stored.map(Revision::json).orElse(null);
        if (stored.isPresent() && json != null) {
            return new PatternsResult.Found(stored.get().number(), document(json));
        }
        return switch (workers.ask(
                Subjects.PATTERNS_SHIPPED, sender, PatternQuestion.of(family), PatternDocument.class)) {
            case ServiceReply.Answered<PatternDocument>(var shipped) -> new PatternsResult.Found(0, shipped.document());
            case ServiceReply.Missing<PatternDocument> missing -> missing(missing);
        };
    }

    /**
     * Stores a family in place of what holds.
     *
     * @param expected the revision that it was made for; empty takes any
     */
    public PatternsResult put(Caller caller, ServiceSender sender, String family, byte[] json, OptionalLong expected)
            throws IOException, InterruptedException {
        JsonNode document = document(json);
        if (document.isNull()) {
            return new PatternsResult.NotJson();
        }
        PatternsResult now = get(sender, family);
        if (!(now instanceof PatternsResult.Found(long revision, JsonNode before))) {
            return now;
        }
        if (expected.isPresent() && expected.getAsLong() != revision) {
            return new PatternsResult.Outdated(revision);
        }
        PatternsResult refused = refused(sender, family, document);
        return refused != null ? refused : stored(caller, family, revision, before, document);
    }

    /**
     * Brings the family back that comes with the worker.
     *
     * @param expected the revision that is to go; empty takes any
     */
    public PatternsResult delete(Caller caller, String family, OptionalLong expected) throws IOException {
        if (!FAMILY.matcher(family).matches()) {
            return new PatternsResult.NoFamily();
        }
        Optional<Revision> stored = documents.current(family);
        long revision = stored.map(Revision::number).orElse(0L);
        if (expected.isPresent() && expected.getAsLong() != revision) {
            return new PatternsResult.Outdated(revision);
        }
        byte[] json = stored.map(Revision::json).orElse(null);
        if (json == null) {
            return new PatternsResult.Changed(family, 0);
        }
        return switch (documents.delete(family, revision)) {
            case Change.Outdated() -> outdated(family);
            case Change.Stored ignored -> {
                ledger.write(
                        caller,
                        "patterns.deleted",
                        new ChangeLedger.Change(name(family), revision, 0, document(json), null));
                yield new PatternsResult.Changed(family, 0);
            }
        };
    }

    private PatternsResult stored(Caller caller, String family, long revision, JsonNode before, JsonNode document)
            throws IOException {
        return switch (documents.put(family, Json.mapper().writeValueAsBytes(document), revision)) {
            case Change.Outdated() -> outdated(family);
            case Change.Stored(long number) -> {
                ledger.write(
                        caller,
                        "patterns.changed",
                        new ChangeLedger.Change(name(family), revision, number, before, document));
                yield new PatternsResult.Changed(family, number);
            }
        };
    }

    private PatternsResult outdated(String family) throws IOException {
        return new PatternsResult.Outdated(
                documents.current(family).map(Revision::number).orElse(0L));
    }

    /** Why a worker would not take the family, or null where it would. */
    private @Nullable PatternsResult refused(ServiceSender sender, String family, JsonNode document)
            throws InterruptedException {
        var question = new PatternQuestion(family, document, null, null);
        return switch (workers.ask(Subjects.PATTERNS_CHECK, sender, question, PatternFaults.class)) {
            case ServiceReply.Answered<PatternFaults>(PatternFaults(List<PatternFaults.Fault> faults)) ->
                faults.isEmpty()
                        ? null
                        : new PatternsResult.Faulty(faults.stream()
                                .map(fault -> new FieldFault(fault.pointer(), fault.detail()))
                                .toList());
            case ServiceReply.Missing<PatternFaults> missing -> missing(missing);
        };
    }

    private static PatternsResult missing(ServiceReply.Missing<?> missing) {
        return missing instanceof ServiceReply.Faulty<?>(ServiceFault fault)
                        && fault.code() == ServiceFault.Code.FAMILY_NOT_FOUND
                ? new PatternsResult.NoFamily()
                : new PatternsResult.NoAnswer(missing);
    }

    private static String name(String family) {
        return "patterns/" + family;
    }

    private static JsonNode document(byte[] json) {
        try {
            JsonNode document = Json.strictMapper().readTree(json);
            return document.isMissingNode() ? Json.mapper().nullNode() : document;
        } catch (JacksonException e) {
            return Json.mapper().nullNode();
        }
    }
}
