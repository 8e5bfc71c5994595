package io.vigil.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.detection.encoder.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassifierWindowsTest {

    @Test
    void cutsAsTheTrainingDoes() {
        assertThat(ClassifierWindows.of(0, 10, 4)).isEmpty();
        assertThat(ClassifierWindows.of(10, 10, 4)).containsExactly(new Window(0, 10));
        assertThat(ClassifierWindows.of(11, 10, 4)).containsExactly(new Window(0, 10), new Window(1, 11));
        assertThat(ClassifierWindows.of(22, 10, 4))
                .containsExactly(new Window(0, 10), new Window(6, 16), new Window(12, 22));
        assertThat(ClassifierWindows.of(23, 10, 4))
                .containsExactly(new Window(0, 10), new Window(6, 16), new Window(12, 22), new Window(13, 23));
    }

    @Property
    void cutsNoPhraseOfTheOverlapWhereverItStands(
            @ForAll @IntRange(min = 1, max = 600) int tokens,
            @ForAll @IntRange(min = 2, max = 100) int content,
            @ForAll @IntRange(max = 98) int wanted) {
        int overlap = Math.min(wanted, content - 1);
        var windows = ClassifierWindows.of(tokens, content, overlap);
        int phrase = Math.min(tokens, overlap);

        for (int start = 0; start + phrase <= tokens; start++) {
            int from = start;
            assertThat(windows).anyMatch(window -> window.from() <= from && from + phrase <= window.to());
        }
        assertThat(windows).allSatisfy(window -> assertThat(window.length()).isEqualTo(Math.min(tokens, content)));
        assertThat(windows.getFirst().from()).isZero();
        assertThat(windows.getLast().to()).isEqualTo(tokens);
    }
}
