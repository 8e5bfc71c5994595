package io.vigil.pii.tagger;

import org.jspecify.annotations.Nullable;

/**
 * What a model calls one word, in the words of this product (IOB2: Tjong Kim Sang and De Meulder, CoNLL-2003).
 *
 * @param entity entity type; null for a word that is no part of any that is wanted
 * @param begins whether the word begins an entity, even beside another of the same type
 */
record Tag(@Nullable String entity, boolean begins) {

    static final Tag NONE = new Tag(null, false);
}
