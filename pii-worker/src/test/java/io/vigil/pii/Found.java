package io.vigil.pii;

import io.vigil.message.PiiEntity;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.overlap.OverlapRule;
import io.vigil.pii.overlap.Repeats;
import io.vigil.pii.recogniser.Recognisers;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Replacement;
import java.util.List;

/** What all shipped recognisers together find, those that are off by default too. */
public final class Found {

    private static final Recognisers ALL = new Recognisers(Catalogue.shipped().all());

    private Found() {}

    public static List<PiiEntity> in(String text) {
        return Repeats.settle(text, OverlapRule.settle(text, ALL.find(text)));
    }

    /** The text with all findings replaced. */
    public static String redacted(String text) {
        return Redaction.apply(
                text,
                in(text).stream()
                        .map(entity -> new Replacement(entity.span(), entity.replacement()))
                        .toList());
    }
}
