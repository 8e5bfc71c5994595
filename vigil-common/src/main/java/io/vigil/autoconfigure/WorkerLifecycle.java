package io.vigil.autoconfigure;

import io.vigil.telemetry.ConsumerLag;
import io.vigil.topology.Provisioner;
import io.vigil.worker.StageWorker;
import io.vigil.worker.SweeperWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Starts the workers when everything else is ready, and drains them before anything else goes. */
final class WorkerLifecycle implements SmartLifecycle {

    private static final Duration LAG_PERIOD = Duration.ofSeconds(5);

    private final Provisioner provisioner;
    private final List<StageWorker<?>> workers;
    private final Optional<SweeperWorker> sweeper;
    private final List<ConsumerLag> lags;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("consumer-lag").factory());
    private volatile boolean running;

    WorkerLifecycle(
            Provisioner provisioner,
            List<StageWorker<?>> workers,
            Optional<SweeperWorker> sweeper,
            List<ConsumerLag> lags) {
        this.provisioner = provisioner;
        this.workers = List.copyOf(workers);
        this.sweeper = sweeper;
        this.lags = List.copyOf(lags);
    }

    @Override
    public void start() {
        try {
            for (StageWorker<?> worker : workers) {
                worker.start(provisioner);
            }
            if (sweeper.isPresent()) {
                sweeper.get().start(provisioner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = timer.scheduleWithFixedDelay(
                () -> lags.forEach(ConsumerLag::refresh), 1, LAG_PERIOD.toSeconds(), TimeUnit.SECONDS);
        running = true;
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        workers.forEach(StageWorker::stop);
        sweeper.ifPresent(SweeperWorker::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
