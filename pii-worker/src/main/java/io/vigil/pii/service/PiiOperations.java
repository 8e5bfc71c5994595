package io.vigil.pii.service;

import io.vigil.message.PiiAnalyzeAnswer;
import io.vigil.message.PiiAnalyzeRequest;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiRedactAnswer;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreAnswer;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.message.ServiceFault.Code;
import io.vigil.pii.hide.Hidden;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.search.Finding;
import io.vigil.pii.search.Scope;
import io.vigil.pii.search.Screenings;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.UnknownKeyException;
import io.vigil.pii.vault.Vault;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Replacement;
import io.vigil.redaction.Restorer;
import io.vigil.service.ServiceResult;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked for. Blocks while remote services and the vault work. Thread-safe. */
public final class PiiOperations {

    private static final String NEEDS_KEY = "hash and reversible need VIGIL_PII_KEY on every PII worker";

    private final Screenings screenings;
    private final Hider hider;
    private final Vault vault;
    private final Findings findings;

    /** Operations with these engines. */
    public PiiOperations(Screenings screenings, Hider hider, Vault vault, List<CatalogueEntry> entries) {
        this.screenings = screenings;
        this.hider = hider;
        this.vault = vault;
        this.findings = new Findings(entries);
    }

    /** Where personal data is. */
    public ServiceResult analyze(Owner caller, PiiAnalyzeRequest request) {
        var screening = screenings.current(caller.tenant());
        Finding found = screening.search(request.text(), scope(request.entities(), request.scoreThreshold()));
        boolean explain = Boolean.TRUE.equals(request.returnExplanation());
        return new ServiceResult.Answer(new PiiAnalyzeAnswer(
                caller.requestId(),
                found.report().language(),
                explain
                        ? findings.explained(request.text(), found, screening.settings())
                        : findings.plain(request.text(), found.report().entities()),
                found.report().degraded()));
    }

    /** A text without personal data. */
    public ServiceResult redact(Owner caller, PiiRedactRequest request) {
        if (request.mode() != null && request.mode().needsKey() && !vault.keeps()) {
            return ServiceResult.fault(Code.INVALID_REQUEST, "mode", NEEDS_KEY);
        }
        var screening = screenings.current(caller.tenant());
        var rules = screening.settings().redaction();
        Finding found = screening.search(request.text(), scope(request.entities(), request.scoreThreshold()));
        Hidden hidden = hider.hide(
                caller,
                request.text(),
                found.report().entities(),
                request.mode() == null ? rules : rules.with(request.mode()));
        if (hidden.lost()) {
            return ServiceResult.fault(Code.UNAVAILABLE, "", "The vault cannot keep values now. Try again.");
        }
        return new ServiceResult.Answer(new PiiRedactAnswer(
                caller.requestId(),
                redacted(request.text(), hidden.entities()),
                found.report().language(),
                findings.replaced(request.text(), hidden.entities()),
                hidden.kept(),
                found.report().degraded()));
    }

    /** A text with its values back: those of one of the caller's own requests. */
    public ServiceResult restore(Owner caller, PiiRestoreRequest request) {
        try {
            return vault.open(new Owner(caller.tenant(), request.requestId()))
                    .map(known -> restored(request, known))
                    .orElseGet(() -> ServiceResult.fault(
                            Code.REDACTION_NOT_FOUND, "request_id", "Nothing is kept for this request, or no longer."));
        } catch (UnknownKeyException e) {
            return ServiceResult.fault(Code.UNAVAILABLE, "", e.detail());
        } catch (IOException e) {
            return ServiceResult.fault(Code.UNAVAILABLE, "", "The vault cannot be read now. Try again.");
        }
    }

    private static ServiceResult restored(PiiRestoreRequest request, Map<String, String> originals) {
        var format = request.format() == PiiRestoreRequest.Format.JSON ? Restorer.Format.JSON : Restorer.Format.TEXT;
        var restorer = new Restorer(originals, format, MessageCodec.MAX_BYTES);
        try {
            var restored = restorer.restore(request.text(), Boolean.TRUE.equals(request.more()));
            return new ServiceResult.Answer(
                    new PiiRestoreAnswer(request.requestId(), restored.text(), restored.rest(), restored.restored()));
        } catch (IllegalArgumentException e) {
            return ServiceResult.fault(
                    Code.ANSWER_TOO_LARGE, "text", "The restored text is too long for one answer: send it in pieces.");
        }
    }

    private static String redacted(String text, List<PiiEntity> entities) {
        return Redaction.apply(
                text,
                entities.stream()
                        .map(entity -> new Replacement(entity.span(), entity.replacement()))
                        .toList());
    }

    private static Scope scope(@Nullable Set<String> entities, @Nullable Double leastScore) {
        return new Scope(entities, leastScore == null ? 0 : leastScore);
    }
}
