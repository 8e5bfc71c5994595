package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NatsBinaryTest {

    private static final Path ANY = Path.of("nats-server");

    @Test
    void readsTheVersion() {
        assertThat(NatsBinary.parse(ANY, "nats-server: v2.15.1\n")).isEqualTo(new NatsBinary(ANY, 2, 15));
    }

    @Test
    void refusesServersBefore210() {
        assertThat(NatsBinary.parse(ANY, "nats-server: v2.9.10").isRecentEnough())
                .isFalse();
        assertThat(NatsBinary.parse(ANY, "nats-server: v2.10.0").isRecentEnough())
                .isTrue();
        assertThat(NatsBinary.parse(ANY, "nats-server: v3.0.0").isRecentEnough())
                .isTrue();
    }

    @Test
    void takesNothingElseWhenOneIsNamed() {
        assertThat(NatsBinary.candidates("/opt/nats-server", "/usr/bin", Path.of("/checkout")))
                .containsExactly(Path.of("/opt/nats-server"));
    }

    @Test
    void looksOnTheSearchPathAndThenInTheCheckout() {
        assertThat(NatsBinary.candidates(null, "/usr/bin:/bin", Path.of("/checkout")))
                .containsExactly(
                        Path.of("/usr/bin/nats-server"),
                        Path.of("/bin/nats-server"),
                        Path.of("/checkout/.vigil/nats/usr/sbin/nats-server"));
    }
}
