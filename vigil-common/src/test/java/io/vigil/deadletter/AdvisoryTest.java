package io.vigil.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.DeadLetterReason;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisoryTest {

    private static final String EXHAUSTED = """
            {"type":"io.nats.jetstream.advisory.v1.max_deliver","id":"x","timestamp":"2026-11-21T10:00:00Z",
             "stream":"VIGIL","consumer":"pii-worker","stream_seq":42,"deliveries":4}""";

    @Test
    void readsThatDeliveriesAreExhausted() {
        assertThat(parse(EXHAUSTED))
                .contains(new Advisory("VIGIL", "pii-worker", 42, 4, DeadLetterReason.MAX_DELIVERIES));
    }

    @Test
    void readsThatAMessageWasEnded() {
        assertThat(parse(EXHAUSTED.replace("max_deliver", "terminated")))
                .contains(new Advisory("VIGIL", "pii-worker", 42, 4, DeadLetterReason.TERMINATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "not json",
                "{}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.nak\",\"stream\":\"S\",\"consumer\":\"c\",\"stream_seq\":1}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"stream\":\"S\",\"consumer\":\"c\"}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"stream\":\"S\",\"consumer\":\"c\",\"stream_seq\":0}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"stream\":\"S\",\"consumer\":\"c\",\"stream_seq\":-1}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"stream\":\"S\",\"consumer\":\"c\",\"stream_seq\":{}}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"consumer\":\"c\",\"stream_seq\":1}",
                "{\"type\":\"io.nats.jetstream.advisory.v1.max_deliver\",\"stream\":\"S\",\"stream_seq\":1}"
            })
    void passesOverAnythingElse(String body) {
        assertThat(parse(body)).isEmpty();
    }

    @Property(tries = 300)
    void survivesAnyBytes(@ForAll byte[] body) {
        assertThat(Advisory.parse(body)).isEmpty();
    }

    private static Optional<Advisory> parse(String body) {
        return Advisory.parse(body.getBytes(UTF_8));
    }
}
