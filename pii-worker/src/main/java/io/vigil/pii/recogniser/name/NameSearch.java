package io.vigil.pii.recogniser.name;

import java.util.List;

/**
 * Finds addresses, organisations, persons and places in one pass each over the words of a text, in this order: what one
 * has taken is not read again. Time and memory grow with the text and no faster. Immutable; thread-safe.
 */
public final class NameSearch {

    private static final long NOBODY = Trait.anyOf(Trait.BRAND, Trait.FUNCTION);

    private final WordReader reader;
    private final Phrases phrases;

    NameSearch(Lexicon lexicon) {
        this.reader = new WordReader(lexicon);
        this.phrases = new Phrases(lexicon);
    }

    /** The search with the word lists that come with the worker; they are read when first asked for. */
    public static NameSearch shipped() {
        return Shipped.SEARCH;
    }

    /** The names in a text, in no order and without overlap. */
    public List<Mention> find(String text) {
        Words words = reader.read(text);
        var mentions = new Mentions(words);
        new AddressGrammar(mentions, phrases).find();
        new OrganisationGrammar(mentions).find();
        ruleOutFigures(mentions);
        var places = new PlaceGrammar(phrases);
        places.findPhrases(mentions);
        new PersonGrammar(mentions).find();
        places.find(mentions);
        return mentions.found();
    }

    /** Whether a value is no person in need of protection, whatever it looks like: a brand, a model, a figure of history. */
    public boolean isNobody(String value) {
        Words words = reader.read(value);
        boolean known = words.size() > 0;
        for (int i = 0; i < words.size(); i++) {
            known &= words.isAny(i, NOBODY);
        }
        return known || (words.is(0, Trait.PHRASE) && phrases.last(words, 0, Trait.FIGURE) == words.size() - 1);
    }

    private void ruleOutFigures(Mentions mentions) {
        Words words = mentions.words();
        for (int i = 0; i < words.size(); i++) {
            int last = words.is(i, Trait.PHRASE) ? phrases.last(words, i, Trait.FIGURE) : -1;
            if (last > i) {
                mentions.rule(i, last);
            }
        }
    }

    private static final class Shipped {

        static final NameSearch SEARCH = new NameSearch(LexiconReader.shipped());
    }
}
