package io.vigil.pii.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.tagger.NameTagger;
import io.vigil.pii.tagger.TinyTagger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model for names adds to the recognisers, and what it may not do. */
class TaggedNamesTest {

    private static final Map<String, String> ENTITIES = Map.of("PER", "PERSON", "LOC", "LOCATION");

    @TempDir
    private Path folder;

    private NameTagger tagger;

    @BeforeEach
    void load() throws IOException {
        TinyTagger.write(folder);
        tagger = tagger(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        tagger.close();
    }

    @Test
    void findsANameThatNoListKnows() {
        var settings = PiiSettings.defaults(Set.of("PERSON"));
        var text = "lives in Qwvrt and";
        var alone = Engines.embedded(Catalogue.shipped(), any -> "pl");

        assertThat(search(alone, settings, text).report().entities()).isEmpty();
        assertThat(search(settings, text).report().entities()).singleElement().satisfies(person -> {
            assertThat(text.substring(person.span().start(), person.span().end()))
                    .isEqualTo("Qwvrt");
            assertThat(person.type()).isEqualTo("PERSON");
            assertThat(person.replacement()).isEqualTo(Catalogue.shipped().token("PERSON"));
        });
    }

    @Test
    void leavesWhatIsSwitchedOff() {
        assertThat(search(PiiSettings.defaults(Set.of("PERSON")), "Łódź")
                        .report()
                        .entities())
                .isEmpty();
        assertThat(search(PiiSettings.defaults(Set.of("LOCATION")), "Łódź")
                        .report()
                        .entities())
                .extracting(PiiEntity::type)
                .containsExactly("LOCATION");
    }

    @Test
    void leavesBrandsAndPersonasWhateverTheModelSays() {
        assertThat(search(PiiSettings.defaults(Set.of("PERSON")), "Claude")
                        .report()
                        .entities())
                .isEmpty();
    }

    @Test
    void saysWhoFoundIt() {
        var found = search(PiiSettings.defaults(Set.of("LOCATION", "PL_PESEL")), "Łódź, PESEL 44051401359");

        assertThat(found.report().entities())
                .extracting(found::engineOf)
                .containsExactly(Finding.Engine.NER, Finding.Engine.EMBEDDED);
    }

    @Test
    void saysWhereTheModelDidNotAnswerInTimeAndKeepsTheRest() {
        tagger.close();
        tagger = tagger(Duration.ofMillis(1));
        var text = "PESEL 44051401359 " + "Jan and ".repeat(200_000);

        var report = search(PiiSettings.defaults(Set.of("PL_PESEL")), text).report();

        assertThat(report.degraded()).containsExactly("ner");
        assertThat(report.entities()).extracting(PiiEntity::type).contains("PL_PESEL");
    }

    private NameTagger tagger(Duration limit) {
        var model = folder.resolve("model.onnx").toString();
        var vocabulary = folder.resolve("vocab.txt").toString();
        return NameTagger.load("ner", model, vocabulary, ENTITIES, 8, limit);
    }

    private Finding search(PiiSettings settings, String text) {
        var engines =
                new Engines(Catalogue.shipped(), any -> "pl", Optional.empty(), Optional.empty(), Optional.of(tagger));
        return search(engines, settings, text);
    }

    private static Finding search(Engines engines, PiiSettings settings, String text) {
        return new Screening(engines, settings, Clock.systemUTC()).search(text, Scope.everything());
    }
}
