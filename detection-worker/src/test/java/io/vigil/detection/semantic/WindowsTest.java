package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final String SENTENCE = "one two three four five six seven eight nine.";

    @Test
    void takesAShortTextAsOne() {
        assertThat(windows("one two three")).containsExactly(new Window(0, 3));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(windows("")).isEmpty();
    }

    @Test
    void cutsAtTheEndsOfSentencesAndLines() {
        assertThat(windows(SENTENCE + " " + SENTENCE)).containsExactly(new Window(0, 9), new Window(9, 18));
        assertThat(windows("a b c d e f g h\na b c d e f g h")).containsExactly(new Window(0, 8), new Window(8, 16));
    }

    @Test
    void joinsShortSentencesWithTheNext() {
        assertThat(windows("Hi. " + SENTENCE)).containsExactly(new Window(0, 10));
    }

    @Test
    void stretchesAShortLastSentenceBackwards() {
        assertThat(windows(SENTENCE + " Bye now.")).containsExactly(new Window(0, 9), new Window(3, 11));
    }

    @Test
    void cutsNoSentenceInsideANumber() {
        assertThat(windows("a b c d e f g 1.5 h i j k l m n o")).hasSize(1);
    }

    @Test
    void slidesOverLongSentences() {
        assertThat(windows("x ".repeat(70)))
                .containsExactly(
                        new Window(0, 24),
                        new Window(12, 36),
                        new Window(24, 48),
                        new Window(36, 60),
                        new Window(48, 70));
    }

    @Test
    void leavesNoTokenOutAndNoPhraseOfHalfAWindowCutInALongSentence() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            int size = 1 + random.nextInt(300);
            var windows = windows("x ".repeat(size));
            assertThat(windows).allSatisfy(window -> assertThat(window.length()).isBetween(1, Windows.LONGEST));
            int phrase = Math.min(size, Windows.OVERLAP);
            for (int start = 0; start + phrase <= size; start++) {
                int from = start;
                assertThat(windows).anyMatch(window -> window.from() <= from && from + phrase <= window.to());
            }
        }
    }

    @Test
    void coversEveryTokenOfAnyMixtureOfSentences() {
        var random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            int size = 1 + random.nextInt(200);
            for (int i = 0; i < size; i++) {
                text.append('w').append(random.nextInt(9) == 0 ? ". " : random.nextInt(9) == 0 ? "\n" : " ");
            }
            int covered = 0;
            for (var window : windows(text.toString())) {
                assertThat(window.from()).isLessThanOrEqualTo(covered);
                covered = Math.max(covered, window.to());
            }
            assertThat(covered).isEqualTo(size);
        }
    }

    /** One token per word, a full stop belongs to the word before it. */
    private static List<Window> windows(String text) {
        var tokens = new Tokens(8);
        var words = java.util.regex.Pattern.compile("\\S+").matcher(text);
        while (words.find()) {
            tokens.add(1, words.start(), words.end());
        }
        return Windows.of(text, tokens);
    }
}
