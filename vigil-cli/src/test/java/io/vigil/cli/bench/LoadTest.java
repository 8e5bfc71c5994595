package io.vigil.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.message.Mode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com:8787", "http://10.0.0.1", "https://localhost:8787", "http://0.0.0.1:1"})
    void refusesAGatewayThatIsNotOnThisMachine(String url) {
        assertThatThrownBy(() -> plan(url, 10, 1)).hasMessageContaining("--url must be http on this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8787", "http://127.0.0.1:8787", "http://[::1]:8787"})
    void acceptsAGatewayOnThisMachine(String url) {
        assertThat(plan(url, 10, 1).isOpenLoop()).isTrue();
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> plan("http://localhost:1", -1, 1)).hasMessageContaining("--rate");
        assertThatThrownBy(() -> plan("http://localhost:1", 0, 0)).hasMessageContaining("--concurrency");
    }

    @Test
    void countsWhatItMayNotSendInsteadOfForgettingIt() throws InterruptedException {
        var gate = new java.util.concurrent.CountDownLatch(1);
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        Load load = new Load(
                () -> {
                    // The last prompt that may start lets the one outstanding request go.
                    if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("only one may be outstanding");
                    }
                    Thread.ofVirtual().start(() -> {
                        try {
                            gate.await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        gate.countDown();
                    });
                    return new Prompt("a", "a", "a");
                },
                prompt -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new Verdict.Decided("ALLOW");
                });
        Tally tally = load.run(plan("http://localhost:1", 100, 1), Duration.ofMillis(100));
        assertThat(tally.decisions()).containsEntry("ALLOW", 1L);
        assertThat(tally.errors()).containsEntry("not sent: too many outstanding", 9L);
    }

    private static LoadPlan plan(String url, int rate, int concurrency) {
        return new LoadPlan(
                URI.create(url),
                Mode.FAST,
                rate,
                concurrency,
                new WarmUp.Fixed(Duration.ZERO),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
    }
}
