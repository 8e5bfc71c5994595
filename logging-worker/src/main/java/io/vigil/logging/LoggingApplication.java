package io.vigil.logging;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The worker that stores decision events in ClickHouse. */
@SpringBootApplication
public class LoggingApplication {

    public static void main(String[] args) {
        var _ = VigilService.run(LoggingApplication.class, "logging-worker", args);
    }
}
