package io.vigil.autoconfigure;

import org.springframework.context.SmartLifecycle;

/** Starts a NATS micro service when everything else is ready; stops it while the connection is still open. */
public final class ServiceLifecycle implements SmartLifecycle {

    private final Runnable start;
    private final Runnable stop;
    private volatile boolean running;

    /**
     * A service that does not run yet.
     *
     * @param start registers its endpoints
     * @param stop ends it, after what is in flight
     */
    public ServiceLifecycle(Runnable start, Runnable stop) {
        this.start = start;
        this.stop = stop;
    }

    @Override
    public void start() {
        start.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stop.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
