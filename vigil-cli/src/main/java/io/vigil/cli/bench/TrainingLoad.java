package io.vigil.cli.bench;

import io.vigil.message.Mode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Requests in both modes, enough for the services to load what they need and to learn which of their methods are hot. */
public final class TrainingLoad {

    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONCURRENCY = 8;

    private TrainingLoad() {}

    /** Sends them and waits for the answers, whatever they are. */
    public static void on(URI gateway) throws InterruptedException {
        long checked = 0;
        for (Mode mode : Mode.values()) {
            LoadPlan plan =
                    new LoadPlan(gateway, mode, 0, CONCURRENCY, new WarmUp.Fixed(Duration.ZERO), EACH, PATIENCE);
            checked += Measurement.take("training", plan, List.of()).answered();
        }
        System.out.println(checked + " texts checked, stopping and writing the caches");
    }
}
