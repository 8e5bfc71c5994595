package io.vigil.pii.recogniser;

import io.vigil.message.PiiEntity;
import io.vigil.pii.recogniser.context.ContextIndex;
import io.vigil.pii.shadow.ShadowText;
import java.util.List;

/** All recognisers that are switched on. They all read every text, whatever its language. Immutable. */
public final class Recognisers {

    private final List<Recogniser> recognisers;
    private final IdentifierSearch identifiers;
    private final ContextIndex index;
    private final NamePass names;

    /** Prepares them to read texts, which takes a moment; an empty list finds nothing. */
    public Recognisers(List<Recogniser> recognisers) {
        this.recognisers = List.copyOf(recognisers);
        this.identifiers = new IdentifierSearch(this.recognisers);
        this.index = new ContextIndex(
                this.recognisers.stream().map(Recogniser::context).toList());
        this.names = new NamePass(this.recognisers);
    }

    /** Everything found in a text, in no order and possibly overlapping; spans are of the original text. */
    public List<PiiEntity> find(String text) {
        ShadowText view = ShadowText.of(text);
        var findings = new Findings(recognisers, index, view);
        identifiers.scan(view.text(), findings);
        for (int i = 0; i < recognisers.size(); i++) {
            if (recognisers.get(i) instanceof Scanner scanner) {
                int number = i;
                scanner.scan(
                        view.text(),
                        (start, end, certain, checksum) -> findings.add(number, start, end, certain, () -> checksum));
            }
        }
        names.scan(view.text(), findings);
        return findings.entities();
    }
}
