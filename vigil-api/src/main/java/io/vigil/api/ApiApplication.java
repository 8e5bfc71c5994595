package io.vigil.api;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The REST gateway. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ApiApplication {

    /** Starts the gateway. */
    public static void main(String[] args) {
        VigilService.run(ApiApplication.class, "vigil-api", args);
    }
}
