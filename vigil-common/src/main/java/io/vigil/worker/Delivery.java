package io.vigil.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.vigil.connection.NatsFrames;
import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.delivery.Disposition;
import io.vigil.delivery.DispositionRule;
import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.message.VigilMessage;
import io.vigil.result.ResultPublisher;
import io.vigil.telemetry.Meters;
import io.vigil.wire.Envelope;
import io.vigil.wire.FrameReader;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.Received;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to one delivered message: decode, handle, send what follows, settle. In this order: what follows is
 * stored before the cause is acknowledged, so a crash in between repeats the work and the server drops the copy.
 */
final class Delivery<I extends VigilMessage> {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final String stage;
    private final FrameReader<I> reader;
    private final StageHandler<I> handler;
    private final FrameWriter writer;
    private final StreamPublisher publisher;
    private final ResultPublisher results;
    private final Connection connection;
    private final DispositionRule rule;
    private final Settlement settlement;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Timer waits;
    private final Counter redeliveries;

    Delivery(
            Stage<I> stage,
            FrameReader<I> reader,
            StageHandler<I> handler,
            Settlement settlement,
            WorkerContext context) {
        this.stage = stage.name();
        this.reader = reader;
        this.handler = handler;
        this.writer = context.writer();
        this.publisher = context.publisher();
        this.results = context.results();
        this.connection = context.connection();
        this.rule = new DispositionRule(stage.consumer().retries());
        this.settlement = settlement;
        this.clock = context.clock();
        this.meters = context.meters();
        this.waits = meters.timer(Meters.STAGE_WAIT, "stage", this.stage);
        this.redeliveries = meters.counter(Meters.STAGE_REDELIVERIES, "stage", this.stage);
    }

    /** Works on a message to its end. Never throws for what a message, a stage or the broker does. */
    void run(Message message) {
        var sample = Timer.start();
        var arrival = NatsFrames.arrivalOf(message);
        Duration waited = Duration.between(arrival.storedAt(), clock.instant());
        waits.record(waited.isNegative() ? Duration.ZERO : waited);
        if (arrival.attempt() > 1) {
            redeliveries.increment();
        }
        Disposition disposition = switch (reader.read(NatsFrames.toFrame(message), arrival)) {
            case Received.Accepted<I>(I body, Envelope envelope) ->
                rule.decide(work(body, envelope), envelope.attempt());
            case Received.Refused<I>(var reason, var failure) -> new Disposition.DeadLetterThenTerm(reason, failure);
        };
        settlement.settle(message, disposition);
        sample.stop(meters.timer(Meters.STAGE_DURATION, "stage", stage, "outcome", name(disposition)));
    }

    private Outcome work(I body, Envelope envelope) {
        Outcome outcome;
        try {
            outcome = handler.handle(body, envelope);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = Outcome.failed(Failure.transientFailure("Interrupted", "the service stops"));
        } catch (Exception | StackOverflowError | LinkageError e) {
            log.debug(
                    "{} failed on attempt {}: {}",
                    stage,
                    envelope.attempt(),
                    e.getClass().getSimpleName());
            outcome = Outcome.failed(Failure.unexpected(e));
        }
        return outcome instanceof Outcome.Produced produced ? send(produced, envelope) : outcome;
    }

    private Outcome send(Outcome.Produced produced, Envelope cause) {
        for (Emission emission : produced.emissions()) {
            switch (emission) {
                case Emission.Stored stored -> {
                    if (publisher.publish(writer.next(stored, cause)) instanceof Published.NotStored(Failure failure)) {
                        return Outcome.failed(failure);
                    }
                }
                case Emission.Reply reply -> {
                    if (results.kept(reply.body(), cause) instanceof Published.NotStored(Failure failure)) {
                        return Outcome.failed(failure);
                    }
                    reply(reply, cause);
                }
            }
        }
        return produced;
    }

    private void reply(Emission.Reply reply, Envelope cause) {
        if (cause.replyTo() != null) {
            connection.publish(NatsFrames.toMessage(writer.reply(reply, cause, cause.replyTo())));
        }
    }

    private static String name(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Ack ignored -> "done";
            case Disposition.NakAfter ignored -> "retry";
            case Disposition.DeadLetterThenTerm ignored -> "dead_letter";
        };
    }
}
