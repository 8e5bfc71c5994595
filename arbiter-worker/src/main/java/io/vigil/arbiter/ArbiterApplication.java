package io.vigil.arbiter;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The arbiter as a process. */
@SpringBootApplication
public class ArbiterApplication {

    /** Starts the arbiter. */
    public static void main(String[] args) {
        VigilService.run(ArbiterApplication.class, "arbiter-worker", args);
    }
}
