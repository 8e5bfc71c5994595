package io.vigil.pii.recogniser;

import io.vigil.pii.recogniser.context.ContextWords;

/**
 * One kind of personal data: what the catalogue says about it, and the words that people put beside it. Stateless and
 * thread-safe. All text is shadow text, see {@link io.vigil.pii.shadow.ShadowText}.
 */
public sealed interface Recogniser permits Identifier, Scanner, NamedEntity {

    /** The line of the catalogue. */
    CatalogueEntry entry();

    /** The words that people put beside it. */
    ContextWords context();
}
