package io.vigil.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void doublesUpToTheLongestPause() {
        assertThat(BackOff.USUAL.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BackOff.USUAL.pause(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BackOff.USUAL.pause(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(BackOff.USUAL.pause(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BackOff.USUAL.pause(1_000)).isEqualTo(Duration.ofSeconds(30));
    }
}
