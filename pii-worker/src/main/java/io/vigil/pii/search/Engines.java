package io.vigil.pii.search;

import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.remote.LanguageDetectorClient;
import io.vigil.pii.remote.PresidioClient;
import io.vigil.pii.tagger.NameTagger;
import java.util.Optional;

/**
 * What there is to look with.
 *
 * @param catalogue the embedded recognisers
 * @param language the embedded guess of the language
 * @param presidio asked beside the recognisers, where configured
 * @param languageDetector asked in place of the guess, where configured
 * @param tagger a model that finds names beside the recognisers, where configured
 */
public record Engines(
        Catalogue catalogue,
        LanguageGuess language,
        Optional<PresidioClient> presidio,
        Optional<LanguageDetectorClient> languageDetector,
        Optional<NameTagger> tagger) {

    /** The embedded recognisers alone. */
    public static Engines embedded(Catalogue catalogue, LanguageGuess language) {
        return new Engines(catalogue, language, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
