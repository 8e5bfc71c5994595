package io.vigil.arbiter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.Span;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1",
        "1, 3, 1, 2",
        "3, 4, 2, 3",
        "4, 6, 3, 4",
        "0, 6, 0, 4",
        "2, 3, 1, 2",
        "1, 2, 1, 2",
        "4, 99, 3, 4"
    })
    void countsAnEmojiAsOne(int start, int end, int from, int to) {
        assertThat(CodePoints.of("a😀b🎈").of(new Span(start, end))).isEqualTo(new Span(from, to));
    }

    @Test
    void leavesPositionsWithoutSurrogatesAsTheyAre() {
        assertThat(CodePoints.of("zażółć gęślą").of(new Span(3, 7))).isEqualTo(new Span(3, 7));
        assertThat(CodePoints.of("abc").of(new Span(1, 9))).isEqualTo(new Span(1, 3));
    }

    @Test
    void agreesWithTheLibraryOnWholeCharacters() {
        var random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = 1 + random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(random.nextBoolean() ? 0x1F600 + random.nextInt(40) : 'a' + random.nextInt(26));
            }
            int count = text.codePointCount(0, text.length());
            int from = random.nextInt(count);
            int to = from + 1 + random.nextInt(count - from);
            var span = new Span(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
            CodePoints points = CodePoints.of(text.toString());
            assertThat(points.length()).isEqualTo(count);
            assertThat(points.of(span)).isEqualTo(new Span(from, to));
        }
    }
}
