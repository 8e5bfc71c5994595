package io.vigil.pii.recogniser;

import io.vigil.pii.recogniser.context.ContextWords;
import io.vigil.pii.recogniser.name.Mention;

/**
 * A kind of personal data that is a name: a declaration, nothing else. All kinds of names are found together, because
 * they are told from each other.
 *
 * @param entry the line of the catalogue; its score is that of a name that is neither doubtful nor beyond doubt
 * @param kind what is named
 * @param context the words that say most
 */
public record NamedEntity(CatalogueEntry entry, Mention.Kind kind, ContextWords context) implements Recogniser {}
