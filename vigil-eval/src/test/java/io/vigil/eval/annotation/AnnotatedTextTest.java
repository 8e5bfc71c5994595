package io.vigil.eval.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.eval.sample.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedTextTest {

    private static final EntityNames NAMES = EntityNames.shipped();

    @TempDir
    private Path folder;

    @Test
    void countsPositionsInCodePoints() throws IOException {
        var text = read("{\"text\":\"🙂 Ada\",\"spans\":[{\"start\":2,\"end\":5,\"entity\":\"PERSON\"}]}");
        assertThat(text.quoted(text.annotations().getFirst())).isEqualTo("Ada");
    }

    @Test
    void knowsOtherNamesOfAnEntity() throws IOException {
        var text = read("{\"text\":\"Ada\",\"spans\":[{\"start\":0,\"end\":3,\"entity\":\"NAME\"}]}");
        assertThat(text.annotations()).containsExactly(new Annotation("PERSON", 0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\":0,\"end\":4,\"entity\":\"PERSON\"}",
                "{\"start\":2,\"end\":2,\"entity\":\"PERSON\"}",
                "{\"start\":-1,\"end\":2,\"entity\":\"PERSON\"}",
                "{\"start\":0,\"end\":2}"
            })
    void refusesASpanThatIsNone(String span) {
        assertThatThrownBy(() -> read("{\"text\":\"Ada\",\"spans\":[" + span + "]}"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("set.jsonl:1 ")
                .hasMessageNotContaining("Ada");
    }

    private AnnotatedText read(String row) throws IOException {
        var file = Files.writeString(folder.resolve("set.jsonl"), row);
        return AnnotatedText.read(file, 10, NAMES).getFirst();
    }
}
