package io.vigil.pii.recogniser.name;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the word lists that come with the worker. Each file says in its first lines where it comes from. */
final class LexiconReader {

    private static final String DIRECTORY = "/io/vigil/pii/name/";
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private static final Splitter WORDS = Splitter.on(' ').trimResults().omitEmptyStrings();
    private static final Splitter PHRASES = Splitter.on('|').trimResults().omitEmptyStrings();

    private final Lexicon.Builder lexicon = new Lexicon.Builder();

    private LexiconReader() {}

    /** The shipped lexicon; takes a moment. */
    static Lexicon shipped() {
        var reader = new LexiconReader();
        reader.words("given-names.txt", Trait.GIVEN, Set::of);
        reader.words("family-names.txt", Trait.FAMILY, Set::of);
        reader.words("polish-given-names.txt", Trait.GIVEN, Declension::forms);
        reader.words("polish-family-names.txt", Trait.FAMILY, Declension::forms);
        reader.words("english-words.txt", Trait.ORDINARY, Set::of);
        reader.words("polish-words.txt", Trait.ORDINARY, Set::of);
        reader.words("places.txt", Trait.PLACE, Set::of);
        reader.words("polish-places.txt", Trait.PLACE, LexiconReader::placeForms);
        reader.vocabulary();
        return reader.lexicon.build();
    }

    private void words(String file, Trait trait, Function<String, Set<String>> forms) {
        for (String line : lines(file)) {
            for (String form : forms.apply(line.toLowerCase(POLISH))) {
                phrase(form, trait);
            }
        }
    }

    private void vocabulary() {
        Trait trait = Trait.FUNCTION;
        boolean phrases = false;
        for (String line : lines("vocabulary.txt")) {
            if (line.startsWith("[")) {
                String section = line.substring(1, line.length() - 1);
                phrases = section.equals("figure-phrase");
                trait = phrases
                        ? Trait.FIGURE
                        : Trait.valueOf(section.replace('-', '_').toUpperCase(Locale.ROOT));
            } else {
                for (String words : (phrases ? PHRASES : WORDS).split(line)) {
                    phrase(words, trait);
                }
            }
        }
    }

    /** Adds words with single spaces between them, and tells the first that more may follow. */
    private void phrase(String words, Trait trait) {
        int space = words.indexOf(' ');
        if (space > 0) {
            lexicon.add(words.substring(0, space), Trait.PHRASE);
        }
        lexicon.add(words, trait);
    }

    /** Of a town of two words, both change: {@code Nowy Sącz}, {@code Nowego Sącza}. */
    private static Set<String> placeForms(String place) {
        int space = place.indexOf(' ');
        if (space < 0) {
            return Declension.townForms(place);
        }
        var forms = new LinkedHashSet<String>();
        String first = place.substring(0, space);
        Set<String> firstForms = Declension.forms(first);
        if (first.endsWith("a")) {
            firstForms.add(first.substring(0, space - 1) + "ej");
        }
        for (String form : firstForms) {
            for (String rest : Declension.townForms(place.substring(space + 1))) {
                forms.add(form + ' ' + rest);
            }
        }
        return forms;
    }

    private static List<String> lines(String file) {
        var stream = LexiconReader.class.getResourceAsStream(DIRECTORY + file);
        if (stream == null) {
            throw new IllegalStateException("no " + file + " on the class path");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
