package io.vigil.api.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.nats.client.api.PublishAck;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "10077, STREAM_FULL",
        "10047, STREAM_FULL",
        "10023, STREAM_FULL",
        "10028, STREAM_FULL",
        "10054, TOO_LARGE",
        "10158, IN_PROCESS",
        "10008, NO_LEADER",
        "10052, NO_LEADER"
    })
    void readsTheServersCodes(int code, Refusal expected) {
        assertThat(Refusal.of(wrapped(refused(code)))).isEqualTo(expected);
    }

    @Test
    void readsTheClientLibrarysFailures() {
        assertThat(Refusal.of(wrapped(new IOException("Error Publishing: 503"))))
                .isEqualTo(Refusal.NO_LEADER);
        assertThat(Refusal.of(new IllegalArgumentException("payload"))).isEqualTo(Refusal.TOO_LARGE);
        assertThat(Refusal.of(new IllegalStateException("Connection is Closed")))
                .isEqualTo(Refusal.DISCONNECTED);
        assertThat(Refusal.of(new CancellationException())).isEqualTo(Refusal.UNCONFIRMED);
        assertThat(Refusal.of(new Exception())).isEqualTo(Refusal.UNCONFIRMED);
    }

    @Test
    void triesAgainOnlyWhatPassesSoon() {
        assertThat(Refusal.values())
                .filteredOn(Refusal::passesSoon)
                .containsExactly(Refusal.NO_LEADER, Refusal.IN_PROCESS);
    }

    private static Throwable wrapped(Exception cause) {
        return new CompletionException(new RuntimeException(cause));
    }

    /** As the client library makes it from what the server sends. */
    private static Exception refused(int code) {
        var message = NatsMessage.builder()
                .subject("ack")
                .data("{\"error\":{\"code\":503,\"err_code\":" + code + ",\"description\":\"any\"}}")
                .build();
        return catchException(() -> new PublishAck(message));
    }
}
