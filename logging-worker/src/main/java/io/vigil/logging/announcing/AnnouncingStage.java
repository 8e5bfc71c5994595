package io.vigil.logging.announcing;

import io.vigil.connection.Published;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.message.DecisionEvent;
import io.vigil.publicevent.Announcement;
import io.vigil.publicevent.DecisionMade;
import io.vigil.publicevent.PublicEvents;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import java.util.Optional;

/**
 * Tells other systems about a decision, then hands its event on to be stored. In this order, so that nobody waits for
 * ClickHouse to learn of an attack; and both before the message is acknowledged, so that a crash in between tells it again,
 * under the same id.
 */
public final class AnnouncingStage implements StageHandler<DecisionEvent>, AutoCloseable {

    private final PublicEvents events;
    private final PublicEventProperties settings;
    private final StageHandler<DecisionEvent> next;
    private volatile boolean closed;

    /** @param next stores the event; closed with this stage where it can be closed */
    public AnnouncingStage(PublicEvents events, PublicEventProperties settings, StageHandler<DecisionEvent> next) {
        this.events = events;
        this.settings = settings;
        this.next = next;
    }

    @Override
    public Outcome handle(DecisionEvent event, Envelope envelope) throws Exception {
        Optional<Announcement> told = DecisionMade.of(event, settings.redactedText())
                .filter(made -> settings.decisions().includes(made.decision()))
                .map(made -> Announcement.causedBy(envelope, event.occurredAt(), made));
        Optional<Failure> failure = told.flatMap(this::persistently);
        return failure.isPresent() ? Outcome.failed(failure.get()) : next.handle(event, envelope);
    }

    /** While the stream is away the message is kept, as it is while ClickHouse is away; the publisher paces the attempts. */
    private Optional<Failure> persistently(Announcement announcement) {
        while (events.publish(announcement) instanceof Published.NotStored(Failure failure)) {
            if (closed || failure.kind() == Failure.Kind.PERMANENT) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws Exception {
        closed = true;
        if (next instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
