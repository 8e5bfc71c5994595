package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowScreenTest {
    private static final int ATTACK_WORD = 1;
    private static final int SAFE_WORD = 2;
    private static final int OTHER_ATTACK_WORD = 3;
    private static final int WORST_WORD = 5;

    private final ScreenWeights weights = ScreenWeights.of(0.0, new double[] {0, 0.3, -0.2, 0.2, 0, 0.31});

    @Test
    void sendsSuspiciousWindowsToTheModelAndSettlesTheOthers() {
        var tokens = text(SAFE_WORD, ATTACK_WORD, 4, OTHER_ATTACK_WORD, SAFE_WORD);

        var screened = new WindowScreen(weights).screen(singles(5), tokens, new ScreenLimits(0.13, 64));

        assertThat(screened.suspicious()).containsExactly(new Window(1, 2), new Window(3, 4));
        assertThat(screened.settled()).isEqualTo(0, within(0.01));
    }

    @Test
    void sendsTheMostSuspiciousWhereThereAreTooMany() {
        var tokens = text(OTHER_ATTACK_WORD, ATTACK_WORD, SAFE_WORD, WORST_WORD);

        var screened = new WindowScreen(weights).screen(singles(4), tokens, new ScreenLimits(0.13, 2));

        assertThat(screened.suspicious()).containsExactly(new Window(3, 4), new Window(1, 2));
        assertThat(screened.settled()).isGreaterThanOrEqualTo(0.13);
    }

    @Test
    void sendsEverythingWhereTheThresholdIsMinusOne() {
        var tokens = text(SAFE_WORD, ATTACK_WORD);

        assertThat(new WindowScreen(weights)
                        .screen(singles(2), tokens, new ScreenLimits(-1, 64))
                        .suspicious())
                .hasSize(2);
    }

    @Test
    void sendsTheSameWordsOnce() {
        var tokens = text(ATTACK_WORD, SAFE_WORD, ATTACK_WORD, OTHER_ATTACK_WORD, ATTACK_WORD);

        var screened = new WindowScreen(weights).screen(singles(5), tokens, new ScreenLimits(0.13, 64));

        assertThat(screened.suspicious()).containsExactly(new Window(0, 1), new Window(3, 4));
    }

    @Test
    void settlesATextWithoutWindowsAtNothing() {
        assertThat(new WindowScreen(weights)
                        .screen(List.of(), text(), new ScreenLimits(0.13, 64))
                        .settled())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void countsARepeatedWordOnce() {
        var tokens = text(ATTACK_WORD, ATTACK_WORD, ATTACK_WORD, OTHER_ATTACK_WORD);

        assertThat(weights.estimate(tokens, new Window(0, 3))).isEqualTo(0.3, within(0.01));
        assertThat(weights.estimate(tokens, new Window(0, 4))).isEqualTo(0.5, within(0.01));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var bytes = new ByteArrayOutputStream();
        weights.write(bytes);

        var read = ScreenWeights.read(new ByteArrayInputStream(bytes.toByteArray()));

        var tokens = text(ATTACK_WORD, SAFE_WORD);
        assertThat(read.estimate(tokens, new Window(0, 2))).isEqualTo(weights.estimate(tokens, new Window(0, 2)));
        assertThatThrownBy(() -> ScreenWeights.read(new ByteArrayInputStream(new byte[] {0, 0, 0, 9})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 9");
    }

    private static List<Window> singles(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Window(i, i + 1)).toList();
    }

    private static Tokens text(int... ids) {
        var tokens = new Tokens(1);
        for (int id : ids) {
            tokens.add(id, tokens.size(), tokens.size() + 1);
        }
        return tokens;
    }
}
