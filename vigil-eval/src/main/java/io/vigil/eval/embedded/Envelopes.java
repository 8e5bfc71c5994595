package io.vigil.eval.embedded;

import io.vigil.wire.Envelope;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a broker would say about a message. Nothing waited in a queue. */
final class Envelopes {

    private final InstantSource clock;
    private final AtomicLong delivered = new AtomicLong();

    Envelopes(InstantSource clock) {
        this.clock = clock;
    }

    Envelope next(String subject) {
        long sequence = delivered.incrementAndGet();
        String id = "eval-" + sequence;
        return new Envelope(id, id, subject, sequence, clock.instant(), 1, "", null, null, Map.of());
    }
}
