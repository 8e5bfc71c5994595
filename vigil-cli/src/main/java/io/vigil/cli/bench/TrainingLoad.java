package io.vigil.cli.bench;

import io.vigil.message.Mode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A few requests that make the services load what they need for answering. */
public final class TrainingLoad {

    private TrainingLoad() {}

    /** Sends them and waits for the answers, whatever they are. */
    public static void on(URI gateway) throws InterruptedException {
        LoadPlan plan =
                new LoadPlan(gateway, Mode.FULL, 0, 2, Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(10));
        BenchResult result = Measurement.take("training", plan, List.of());
        System.out.println(result.answered() + " texts checked, stopping and writing the caches");
    }
}
