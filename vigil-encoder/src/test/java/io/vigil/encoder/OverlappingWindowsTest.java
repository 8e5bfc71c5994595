package io.vigil.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OverlappingWindowsTest {

    @Test
    void cutsAsTheTrainingDoes() {
        assertThat(OverlappingWindows.of(0, 10, 4)).isEmpty();
        assertThat(OverlappingWindows.of(10, 10, 4)).containsExactly(new Window(0, 10));
        assertThat(OverlappingWindows.of(11, 10, 4)).containsExactly(new Window(0, 10), new Window(1, 11));
        assertThat(OverlappingWindows.of(22, 10, 4))
                .containsExactly(new Window(0, 10), new Window(6, 16), new Window(12, 22));
        assertThat(OverlappingWindows.of(23, 10, 4))
                .containsExactly(new Window(0, 10), new Window(6, 16), new Window(12, 22), new Window(13, 23));
    }

    @Property
    void cutsNoPhraseOfTheOverlapWhereverItStands(
            @ForAll @IntRange(min = 1, max = 600) int tokens,
            @ForAll @IntRange(min = 2, max = 100) int content,
            @ForAll @IntRange(max = 98) int wanted) {
        int overlap = Math.min(wanted, content - 1);
        var windows = OverlappingWindows.of(tokens, content, overlap);
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
