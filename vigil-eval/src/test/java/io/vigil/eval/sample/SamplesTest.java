package io.vigil.eval.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.message.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatARowSays() throws IOException {
        var file = file("""
                {"text":"a","label":"attack","kind":"jailbreak","lang":"pl","source":"here"}

                {"text":"b","label":"benign","direction":"model_output"}
                """);
        assertThat(Samples.read(file, 10).texts())
                .containsExactly(
                        new Sample(new Sample.Place("set.jsonl", 1), "a", true, "jailbreak", "pl", Source.USER_INPUT),
                        new Sample(
                                new Sample.Place("set.jsonl", 3),
                                "b",
                                false,
                                "unknown",
                                "unknown",
                                Source.MODEL_OUTPUT));
    }

    @Test
    void passesOverBlankTextsAndSaysSo() throws IOException {
        var samples =
                Samples.read(file("{\"text\":\" \",\"label\":\"attack\"}\n{\"text\":\"b\",\"label\":\"benign\"}"), 10);
        assertThat(samples.passedOver()).isEqualTo(1);
        assertThat(samples.texts()).extracting(Sample::text).containsExactly("b");
    }

    @Test
    void drawsEvenlyFromTheWholeFile() throws IOException {
        var file = file(IntStream.range(0, 100)
                .mapToObj(i -> "{\"text\":\"" + i + "\",\"label\":\"benign\"}")
                .collect(Collectors.joining("\n")));
        assertThat(Samples.read(file, 4).texts()).extracting(Sample::text).containsExactly("0", "25", "50", "75");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"ok\",\"label\":\"benign\"}\n{\"text\":\"secret\"}",
                "{\"text\":\"ok\",\"label\":\"benign\"}\n{\"label\":\"attack\",\"words\":\"secret\"}",
                "{\"text\":\"ok\",\"label\":\"benign\"}\n{\"text\":\"secret\",\"label\":\"secret\"}",
                "{\"text\":\"ok\",\"label\":\"benign\"}\n{\"text\":\"secret",
                "{\"text\":\"ok\",\"label\":\"benign\"}\n{\"text\":\"a\",\"label\":\"attack\",\"direction\":\"secret\"}",
                "{\"text\":\"ok\",\"label\":\"benign\"}\n[\"secret\"]"
            })
    void namesTheLineOfABadRowWithoutQuotingIt(String content) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> Samples.read(file, 10))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("set.jsonl:2 ")
                .hasMessageNotContaining("secret");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("set.jsonl"), content);
    }
}
