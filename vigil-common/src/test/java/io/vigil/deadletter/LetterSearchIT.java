package io.vigil.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters are found by their headers alone. */
class LetterSearchIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private Connection connection;
    private LetterSearch search;

    @BeforeEach
    void store() throws Exception {
        connection = NATS.connect();
        var _ = connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.DLQ)
                        .subjects(Subjects.DLQ_ALL)
                        .build());
        search = new LetterSearch(connection);
        letter("pii-worker", Subjects.PII_DETECT, "malformed", "acme");
        letter("detection-worker", Subjects.GUARD_INPUT, "attempts_exhausted", "acme");
        letter("detection-worker", Subjects.GUARD_OUTPUT, "attempts_exhausted", "globex");
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private void letter(String consumer, String subject, String reason, String tenant) throws Exception {
        var headers = new Headers()
                .put(HeaderNames.DLQ_CONSUMER, consumer)
                .put(HeaderNames.DLQ_SUBJECT, subject)
                .put(HeaderNames.DLQ_REASON, reason)
                .put(HeaderNames.TENANT, tenant);
        var _ = connection.jetStream().publish(Subjects.deadLetter(consumer, subject), headers, new byte[] {1, 2});
    }

    private static LetterFilter filter(
            @Nullable String consumer, @Nullable String reason, @Nullable String subject, @Nullable String tenant) {
        return new LetterFilter(consumer, reason, subject, tenant, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "pii-worker, , , , 1",
        ", attempts_exhausted, , , 2",
        ", , vigil.guard.>, , 2",
        ", , vigil.guard.input, , 1",
        ", , , acme, 2",
        "detection-worker, attempts_exhausted, vigil.guard.>, globex, 1",
        "logging-worker, , , , 0"
    })
    void findsWhatTheFilterMeans(String consumer, String reason, String subject, String tenant, int expected)
            throws Exception {
        assertThat(search.find(filter(consumer, reason, subject, tenant), 0, 10))
                .hasSize(expected);
    }

    @Test
    void goesOnBehindAPlace() throws Exception {
        assertThat(search.find(LetterFilter.ALL, 0, 2))
                .extracting(DeadLetter::sequence)
                .containsExactly(1L, 2L);
        assertThat(search.find(LetterFilter.ALL, 2, 2))
                .extracting(DeadLetter::sequence)
                .containsExactly(3L);
    }

    @Test
    void looksAtTheTime() throws Exception {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        assertThat(search.find(new LetterFilter(null, null, null, null, null, later), 0, 10))
                .hasSize(3);
        assertThat(search.find(new LetterFilter(null, null, null, null, later, null), 0, 10))
                .isEmpty();
    }

    @Test
    void countsByReasonAndByConsumer() throws Exception {
        assertThat(search.count(LetterFilter.ALL.of("acme")))
                .isEqualTo(new LetterCounts(
                        2,
                        Map.of("malformed", 1L, "attempts_exhausted", 1L),
                        Map.of("pii-worker", 1L, "detection-worker", 1L),
                        true));
    }

    @Test
    void refusesFiltersThatNothingCouldMatch() {
        assertThatThrownBy(() -> filter("a b", null, null, null)).hasMessageContaining("consumer");
        assertThatThrownBy(() -> filter(null, "", null, null)).hasMessageContaining("reason");
        assertThatThrownBy(() -> filter(null, null, "vigil.>.x", null)).hasMessageContaining("subject");
        assertThatThrownBy(() -> filter(null, null, null, " ")).hasMessageContaining("tenant");
        assertThatThrownBy(() -> new LetterFilter(null, null, null, null, Instant.EPOCH, Instant.EPOCH))
                .hasMessageContaining("until");
    }
}
