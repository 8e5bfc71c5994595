package io.vigil.worker;

import io.nats.client.Message;
import io.vigil.deadletter.AdvisorySweeper;
import io.vigil.topology.Consumers;
import io.vigil.topology.Provisioner;
import java.io.IOException;

/** Runs the sweeper. Every worker process has one; they share the durable consumer. */
public final class SweeperWorker {

    private static final int MAX_IN_FLIGHT = 16;

    private final AdvisorySweeper sweeper;
    private final WorkerProperties settings;
    private final PullLoop loop;

    public SweeperWorker(AdvisorySweeper sweeper, WorkerProperties settings, WorkerContext context) {
        this.sweeper = sweeper;
        this.settings = settings.withMaxInFlight(MAX_IN_FLIGHT);
        this.loop = new PullLoop(
                Consumers.SWEEPER.name(), context.connection(), Consumers.SWEEPER.stream(), this.settings, this::sweep);
    }

    /**
     * Provisions the consumer and begins to pull.
     *
     * @throws IOException the server did not answer, or refused the consumer
     */
    public void start(Provisioner provisioner) throws IOException {
        provisioner.provision(Consumers.SWEEPER, MAX_IN_FLIGHT * settings.replicas());
        loop.start();
    }

    /** Stops pulling and waits for what is in flight. */
    public void stop() {
        loop.stop();
        try {
            loop.awaitDrained(settings.drainTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(Message advisory) {
        sweeper.sweep(advisory);
    }
}
