package io.vigil.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
        "90m, 2026-11-21T10:30:00Z",
        "6h, 2026-11-21T06:00:00Z",
        "7d, 2026-11-14T12:00:00Z"
    })
    void readsInstantsAndSpans(String written, Instant expected) {
        assertThat(Times.of(written, NOW)).isEqualTo(expected);
    }

    @Test
    void saysHowATimeIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.of("yesterday", NOW))
                .withMessageContaining("7d");
    }
}
