package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddedScreenTest {
    private static final WindowScreen.Screened NOTHING = new WindowScreen.Screened(List.of(), 0.1);

    private final AddedScreen screen = AddedScreen.of(List.of(new int[] {7, 8, 8, 9}, new int[] {5, 6}));

    @Test
    void sendsNothingMoreWithoutAddedAttacks() {
        assertThat(AddedScreen.NONE.extend(NOTHING, windows(3), text(6))).isSameAs(NOTHING);
    }

    @Test
    void sendsAShortTextWhole() {
        var screened = screen.extend(new WindowScreen.Screened(List.of(new Window(4, 6)), 0.1), windows(3), text(6));

        assertThat(screened.suspicious()).containsExactly(new Window(4, 6), new Window(0, 2), new Window(2, 4));
        assertThat(screened.settled()).isEqualTo(0.1);
    }

    @Test
    void sendsOfALongTextWhatSharesMostWithAnAddedAttackAndWhatTheScreenSends() {
        var tokens = text(400, 7, 8, 9, 5);
        var windows = IntStream.range(0, 402)
                .mapToObj(i -> new Window(i, Math.min(404, i + 3)))
                .toList();
        var fromScreen = new Window(300, 303);

        var screened = screen.extend(new WindowScreen.Screened(List.of(fromScreen), 0.1), windows, tokens);

        assertThat(screened.suspicious()).startsWith(fromScreen, new Window(400, 403));
        assertThat(screened.suspicious()).hasSize(AddedScreen.MOST + 1);
    }

    private static List<Window> windows(int pairs) {
        return IntStream.range(0, pairs)
                .mapToObj(i -> new Window(2 * i, 2 * i + 2))
                .toList();
    }

    private static Tokens text(int others, int... ids) {
        var tokens = new Tokens(1);
        for (int i = 0; i < others; i++) {
            tokens.add(1, tokens.size(), tokens.size() + 1);
        }
        for (int id : ids) {
            tokens.add(id, tokens.size(), tokens.size() + 1);
        }
        return tokens;
    }
}
