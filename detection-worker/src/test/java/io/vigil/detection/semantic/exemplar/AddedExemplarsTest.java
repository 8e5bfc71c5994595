package io.vigil.detection.semantic.exemplar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.liveconfig.ConfigReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedExemplarsTest {
    private static final String ENTRY =
            "{\"id\":\"a-1\",\"category\":\"PROMPT_LEAK\",\"language\":\"en\",\"text\":\"a text\"}";

    private final ConfigReader<AddedExemplars> reader = new ConfigReader<>(AddedExemplars.class);

    @Test
    void readsADocument() {
        assertThat(read("{\"attacks\":[" + ENTRY + "],\"safe\":[]}"))
                .isEqualTo(new ConfigReader.Result.Good<>(new AddedExemplars(
                        List.of(new AddedExemplar("a-1", "PROMPT_LEAK", "en", "a text")), List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a-1\" | \"A 1\" | attacks[0].id must be 1 to 64",
                "\"a-1\" | null | attacks[0].id must be 1 to 64",
                "\"PROMPT_LEAK\" | \"leak\" | attacks[0].category must be",
                "\"en\" | \"english\" | attacks[0].language must be an ISO 639-1 code",
                "\"a text\" | \" \" | attacks[0].text must have 1 to 500",
                "\"text\" | \"txt\" | nobody reads the key attacks.txt",
                "\"attacks\" | \"attack\" | attacks is missing",
                "\"safe\":[] | \"safe\":[],\"unsafe\":[] | nobody reads the key unsafe",
                ",\"safe\":[] | '' | safe is missing",
            })
    void refusesABadValueByName(String good, String bad, String why) {
        var json = ("{\"attacks\":[" + ENTRY + "],\"safe\":[]}").replace(good, bad);

        assertThat(refusal(json)).contains(why).doesNotContain("a text");
    }

    @Test
    void refusesWhatComesTwice() {
        assertThat(refusal("{\"attacks\":[" + ENTRY + "," + ENTRY.replace("a text", "b") + "],\"safe\":[]}"))
                .isEqualTo("attacks[1].id is there twice");
        assertThat(refusal("{\"attacks\":[" + ENTRY + "],\"safe\":[" + ENTRY.replace("a-1", "s-1") + "]}"))
                .isEqualTo("safe[0].text is there twice");
    }

    @Test
    void boundsTheirNumberAndLength() {
        assertThat(refusal("{\"attacks\":[" + ENTRY.replace("a text", "x".repeat(501)) + "],\"safe\":[]}"))
                .isEqualTo("attacks[0].text must have 1 to 500 characters");
        var many = IntStream.rangeClosed(0, AddedExemplars.MOST)
                .mapToObj(i -> ENTRY.replace("a-1", "a-" + i).replace("a text", "text " + i))
                .collect(Collectors.joining(","));
        assertThat(refusal("{\"attacks\":[" + many + "],\"safe\":[]}"))
                .isEqualTo("attacks and safe must be at most 500 together");
    }

    private String refusal(String json) {
        return ((ConfigReader.Result.Bad<AddedExemplars>) read(json)).why();
    }

    private ConfigReader.Result<AddedExemplars> read(String json) {
        return reader.read(json.getBytes(UTF_8));
    }
}
