package io.vigil.pii;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The PII worker. */
@SpringBootApplication
public class PiiApplication {

    /** Starts the worker. */
    public static void main(String[] args) {
        VigilService.run(PiiApplication.class, "pii-worker", args);
    }
}
