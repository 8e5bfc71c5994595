package io.vigil.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.DeadLetterPublisher;
import io.vigil.result.ResultPublisher;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.MessageCodec;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What every worker of a process shares.
 *
 * @param clock for deadlines and waits
 * @param nanos elapsed time in nanoseconds from any origin
 */
public record WorkerContext(
        Connection connection,
        StreamPublisher publisher,
        ResultPublisher results,
        DeadLetterPublisher deadLetters,
        MessageCodec codec,
        FrameWriter writer,
        InstantSource clock,
        LongSupplier nanos,
        MeterRegistry meters) {}
