package io.vigil.pii.hide;

import io.vigil.message.PiiEntity;
import io.vigil.pii.settings.RedactionRules;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.Vault;
import io.vigil.redaction.Redacted;
import io.vigil.redaction.Redactor;
import io.vigil.redaction.Sensitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what stands in the place of each value, and keeps in the vault what reversible tokens stand for. Where the vault is
 * away, values are hidden all the same and can not be restored. Thread-safe.
 */
public final class Hider {

    private static final Logger log = LoggerFactory.getLogger(Hider.class);

    private final Redactor redactor;
    private final Vault vault;

    /** Hides with a redactor and keeps originals in a vault. */
    public Hider(Redactor redactor, Vault vault) {
        this.redactor = redactor;
        this.vault = vault;
    }

    /**
     * The entities with what the rules put in their place. Blocks while the vault is written.
     *
     * @param found by position, without overlap, with the tokens of the catalogue
     */
    public Hidden hide(Owner owner, String text, List<PiiEntity> found, RedactionRules rules) {
        if (found.isEmpty()) {
            return new Hidden(found, false, false);
        }
        var values = found.stream()
                .map(entity -> new Sensitive(entity.span(), rules.mode(entity.type(), entity.replacement())))
                .toList();
        Redacted redacted = redactor.redact(text, values, new Tags(owner));
        var entities = new ArrayList<PiiEntity>(found.size());
        for (int i = 0; i < found.size(); i++) {
            PiiEntity entity = found.get(i);
            entities.add(new PiiEntity(
                    entity.type(),
                    entity.span(),
                    entity.score(),
                    redacted.replacements().get(i).with()));
        }
        boolean toKeep = !redacted.originals().isEmpty();
        boolean kept = toKeep && keep(owner, redacted);
        return new Hidden(entities, kept, toKeep && !kept);
    }

    private boolean keep(Owner owner, Redacted redacted) {
        try {
            vault.keep(owner, redacted.originals());
            return true;
        } catch (IOException e) {
            log.warn("request {}: {}", owner.requestId(), e.getMessage());
            return false;
        }
    }
}
