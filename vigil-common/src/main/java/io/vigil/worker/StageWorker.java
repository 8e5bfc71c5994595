package io.vigil.worker;

import io.micrometer.core.instrument.Gauge;
import io.nats.client.Message;
import io.vigil.message.VigilMessage;
import io.vigil.telemetry.Meters;
import io.vigil.topology.Provisioner;
import io.vigil.wire.FrameReader;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one stage: consumer, pull loop, deliveries. Start once, stop once. */
public final class StageWorker<I extends VigilMessage> {

    private static final Logger log = LoggerFactory.getLogger(StageWorker.class);

    private final Stage<I> stage;
    private final WorkerProperties settings;
    private final WorkerContext context;
    private final AckHeartbeat heartbeat;
    private final PullLoop loop;

    public StageWorker(Stage<I> stage, WorkerProperties settings, WorkerContext context) {
        this.stage = stage;
        this.settings = stage.maxInFlight() == 0 ? settings : settings.withMaxInFlight(stage.maxInFlight());
        this.context = context;
        this.heartbeat = new AckHeartbeat(stage.consumer().ackWait(), settings.maxWork(), context.nanos());
        var spec = stage.consumer();
        var delivery = new Delivery<>(
                stage,
                new FrameReader<>(context.codec(), stage.type(), spec.routable()),
                new DeadlineGate<>(stage.name(), stage.handler(), context.clock()),
                new Settlement(context.deadLetters(), spec.name(), spec.retries()),
                context);
        this.loop = new PullLoop(
                spec.name(), context.connection(), spec.stream(), this.settings, message -> work(delivery, message));
    }

    /**
     * Provisions the consumer and begins to pull.
     *
     * @throws IOException the server did not answer, or refused the consumer
     */
    public void start(Provisioner provisioner) throws IOException {
        provisioner.provision(stage.consumer(), settings.maxInFlight() * settings.replicas());
        Gauge.builder(Meters.STAGE_IN_FLIGHT, loop, PullLoop::inFlight)
                .tag("stage", stage.name())
                .register(context.meters());
        loop.start();
        log.info("{} pulls, at most {} in flight", stage.consumer().name(), settings.maxInFlight());
    }

    /** Whether the worker reaches its consumer. */
    public boolean isPulling() {
        return loop.isPulling();
    }

    /** Name of the stage. */
    public String name() {
        return stage.name();
    }

    /** Stops pulling, waits for messages in flight, at most for the configured time. */
    public void stop() {
        loop.stop();
        try {
            if (!loop.awaitDrained(settings.drainTimeout())) {
                log.warn("{} stops with {} messages in flight", stage.name(), loop.inFlight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stage.handler() instanceof AutoCloseable closeable) {
            close(closeable);
        }
        heartbeat.close();
    }

    private void close(AutoCloseable handler) {
        try {
            handler.close();
        } catch (Exception e) {
            log.warn("{} did not close cleanly: {}", stage.name(), e.getClass().getSimpleName());
        }
    }

    private void work(Delivery<I> delivery, Message message) {
        var beat = heartbeat.watch(message);
        try {
            delivery.run(message);
        } finally {
            beat.close();
        }
    }
}
