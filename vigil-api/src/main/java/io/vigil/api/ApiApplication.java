package io.vigil.api;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The REST gateway. */
@SpringBootApplication
public class ApiApplication {

    /** Starts the gateway. */
    public static void main(String[] args) {
        VigilService.run(ApiApplication.class, "vigil-api", args);
    }
}
