package io.vigil.pii.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.vigil.pii.remote.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a model that the test makes: what it says about each word is known. */
class NameTaggerTest {

    private static final Map<String, String> ENTITIES = Map.of("PER", "PERSON", "LOC", "LOCATION");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        TinyTagger.write(folder);
    }

    @Test
    void findsNamesOfSeveralWordsWithTheirPlaces() {
        var text = "Zdzisława Brzęczyszczykiewicz lives in Łódź";

        assertThat(find(text, 128))
                .satisfiesExactly(
                        person -> {
                            assertThat(person.entity()).isEqualTo("PERSON");
                            assertThat(words(text, person)).isEqualTo("Zdzisława Brzęczyszczykiewicz");
                            assertThat(person.score()).isCloseTo(Math.exp(5) / (Math.exp(5) + 5), within(1e-6));
                        },
                        place -> {
                            assertThat(place.entity()).isEqualTo("LOCATION");
                            assertThat(words(text, place)).isEqualTo("Łódź");
                        });
    }

    @Test
    void partsTwoNamesWhereTheSecondBegins() {
        var text = "Jan Jan, Zdzisława";

        assertThat(find(text, 128)).extracting(name -> words(text, name)).containsExactly("Jan", "Jan", "Zdzisława");
    }

    @Test
    void keepsAHyphenatedNameApartFromTheWordBeforeIt() {
        var text = "in Jan-Jan";

        assertThat(find(text, 128)).extracting(name -> words(text, name)).containsExactly("Jan", "Jan");
    }

    @Test
    void leavesLabelsThatNobodyAskedFor() {
        assertThat(find("Xq and Łódź", 128, Map.of("PER", "PERSON"))).isEmpty();
        assertThat(find("", 128)).isEmpty();
    }

    @Test
    void findsTheSameWhereverTheWindowsOfALongTextMeet() {
        for (int before = 0; before < 40; before++) {
            var text = "lives ".repeat(before) + "Zdzisława Brzęczyszczykiewicz" + " and".repeat(30);

            assertThat(find(text, 16))
                    .extracting(name -> words(text, name))
                    .containsExactly("Zdzisława Brzęczyszczykiewicz");
        }
    }

    @Test
    void countsEachNameOnceInATextOfManyWindows() {
        var text = String.join(
                " and ", IntStream.range(0, 200).mapToObj(i -> "Jan").toList());

        assertThat(find(text, 8)).hasSize(200);
    }

    @Test
    void answersInTimeWhateverTheText() {
        try (var tagger = load(ENTITIES, 8, Duration.ofMillis(1))) {
            var answer = tagger.find("Jan and ".repeat(200_000)).join();

            assertThat(answer).isEqualTo(new Answer.Missing<>("timeout"));
        }
    }

    @Test
    void saysWhichFileDoesNotDo() throws IOException {
        refused("nowhere.onnx", "vocab.txt", "ner.model cannot be used: nowhere.onnx: there is no such file");
        refused("model.onnx", "nowhere.txt", "ner.tokenizer cannot be used: nowhere.txt: there is no such file");
        refused("vocab.txt", "vocab.txt", "ner.model cannot be used: vocab.txt: onnxruntime refuses");
        Files.writeString(folder.resolve("words.txt"), "hello\n");
        refused("model.onnx", "words.txt", "lacks [UNK]");
        Files.writeString(folder.resolve("long.txt"), "[UNK]\n[CLS]\n[SEP]\n" + "a\n".repeat(99) + "z\n");
        refused("model.onnx", "long.txt", "does the tokenizer belong to the model?");
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{\"0\":\"O\",\"1\":\"B-PER\"}}");
        refused("model.onnx", "vocab.txt", "id2label names 2 labels");
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{\"0\":\"O\",\"1\":\"B-DRUG\"}}");
        refused("model.onnx", "vocab.txt", "ner.labels cannot be used: config.json: no label of id2label is one of");
        Files.writeString(folder.resolve("config.json"), "{");
        refused("model.onnx", "vocab.txt", "it is no JSON");
    }

    private void refused(String model, String tokenizer, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameTagger.load("ner", path(model), path(tokenizer), ENTITIES, 128, LIMIT)
                        .close())
                .withMessageContaining(why);
    }

    private List<Tagged> find(String text, int maxTokens) {
        return find(text, maxTokens, ENTITIES);
    }

    private List<Tagged> find(String text, int maxTokens, Map<String, String> entities) {
        try (var tagger = load(entities, maxTokens, LIMIT)) {
            return tagger.find(text).join() instanceof Answer.Given<List<Tagged>>(List<Tagged> names)
                    ? names
                    : List.of(new Tagged("no answer", new io.vigil.message.Span(0, 1), 0));
        }
    }

    private NameTagger load(Map<String, String> entities, int maxTokens, Duration limit) {
        return NameTagger.load("ner", path("model.onnx"), path("vocab.txt"), entities, maxTokens, limit);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String words(String text, Tagged name) {
        return text.substring(name.span().start(), name.span().end());
    }
}
