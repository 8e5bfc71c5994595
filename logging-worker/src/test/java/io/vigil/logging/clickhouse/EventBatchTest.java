package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.logging.SampleEvents;
import io.vigil.logging.event.EventRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBatchTest {

    @Test
    void hasTheSameTokenForTheSameRows() {
        assertThat(batch("a", "b").token()).isEqualTo(batch("a", "b").token());
    }

    @Test
    void hasAnotherTokenForOtherRows() {
        assertThat(batch("a", "b").token())
                .isNotEqualTo(batch("a").token())
                .isNotEqualTo(batch("a", "c").token())
                .isNotEqualTo(batch("b", "a").token());
    }

    @Test
    void givesItsBodyOutAgainForEachAttempt() throws Exception {
        EventBatch batch = batch("a", "b");
        byte[] first = batch.body().readAllBytes();
        assertThat(batch.body().readAllBytes()).isEqualTo(first);
        assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(2);
    }

    @Test
    void dividesIntoHalvesThatTogetherAreTheWhole() {
        List<EventBatch> halves = batch("a", "b", "c").halves();
        assertThat(halves.get(0).rows()).extracting(EncodedRow::eventId).containsExactly("a");
        assertThat(halves.get(1).rows()).extracting(EncodedRow::eventId).containsExactly("b", "c");
    }

    @Test
    void needsRows() {
        assertThatThrownBy(() -> new EventBatch(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static EventBatch batch(String... ids) {
        return new EventBatch(Arrays.stream(ids)
                .map(id -> EncodedRow.of(EventRow.of(SampleEvents.event(id), false)))
                .toList());
    }
}
