package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcesStaySmallArchTest {

    private static final long MOST_LINES = 300;
    private static final long MEDIAN_LINES = 70;

    @Test
    void noSourceIsLongerThanTheLimit() {
        assertThat(Shipped.sources("src/main/java"))
                .as("a class of more than %d lines has more than one job", MOST_LINES)
                .isNotEmpty()
                .allMatch(source -> Shipped.read(source).lines().count() <= MOST_LINES);
    }

    @Test
    void theTypicalSourceFitsOnAScreen() {
        long[] lines = Shipped.sources("src/main/java").stream()
                .mapToLong(source -> Shipped.read(source).lines().count())
                .sorted()
                .toArray();
        assertThat(lines[lines.length / 2]).isLessThan(MEDIAN_LINES);
    }
}
