package io.vigil.api.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private static final Wanted WANTED = Wanted.scalars("text", "source")
            .and(Map.of(
                    "agent", Wanted.scalars("sessionId"),
                    "items", Wanted.list(2, Wanted.scalars("text")),
                    "messages", Wanted.anything(6)));

    private static String excerpt(String json) {
        return Excerpt.of(json.getBytes(UTF_8), WANTED).map(Object::toString).orElse("none");
    }

    @Test
    void keepsWhatIsWantedAndSkipsTheRest() {
        assertThat(
                        excerpt(
                                "{\"a\":[1,{\"text\":2}],\"text\":\"x\",\"agent\":{\"sessionId\":\"s\",\"b\":[[]]},\"source\":null}"))
                .isEqualTo("{\"text\":\"x\",\"agent\":{\"sessionId\":\"s\"},\"source\":null}");
    }

    @Test
    void tellsTheTypeOfWhatIsSomethingElse() {
        assertThat(excerpt("{\"text\":[1,2],\"source\":{\"a\":1},\"agent\":7,\"items\":true}"))
                .isEqualTo("{\"text\":[],\"source\":{},\"agent\":7,\"items\":true}");
        assertThat(excerpt("{\"items\":{\"a\":1}}")).isEqualTo("{\"items\":{}}");
        assertThat(excerpt("[{\"text\":1}]")).isEqualTo("[]");
        assertThat(excerpt("3.5")).isEqualTo("3.5");
    }

    @Test
    void readsNoMoreElementsThanWanted() {
        assertThat(excerpt("{\"items\":[{\"text\":\"a\",\"b\":1},7,{\"text\":\"c\"},{\"text\":\"d\"}]}"))
                .isEqualTo("{\"items\":[{\"text\":\"a\"},7]}");
    }

    @Test
    void keepsAStructureAsItIsUnlessItIsTooLarge() {
        assertThat(excerpt("{\"messages\":[{\"a\":{\"b\":[1.5]}}]}"))
                .isEqualTo("{\"messages\":[{\"a\":{\"b\":[1.5]}}]}");
        assertThat(excerpt("{\"messages\":[1,2,3,4,5,[6]],\"text\":\"x\"}"))
                .isEqualTo("{\"messages\":null,\"text\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"text\":\"x\"",
                "{\"text\":\"x\"}}",
                "{\"text\":\"x\"} {}",
                "{\"a\":[}",
                "{\"text\":\"x\",\"text\":\"y\"}",
                "{\"agent\":{\"sessionId\":1,\"sessionId\":2}}"
            })
    void takesNothingThatIsNoDocumentOrSaysAThingTwice(String json) {
        assertThat(excerpt(json)).isEqualTo("none");
    }

    @Test
    void takesWhatNobodyReadsTwice() {
        assertThat(excerpt("{\"a\":1,\"a\":2,\"text\":\"x\"}")).isEqualTo("{\"text\":\"x\"}");
    }

    @Test
    void readsNumbersOfAnySize() {
        assertThat(excerpt("{\"text\":123456789012345678901234567890}")).startsWith("{\"text\":1.2345678901234568E29");
        assertThat(excerpt("{\"text\":1763766432000}")).isEqualTo("{\"text\":1763766432000}");
    }
}
