package io.vigil.autoconfigure;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service of the suite: every one in the same way. */
public final class VigilService {

    private VigilService() {}

    /**
     * Starts the service with the settings of {@code vigil-defaults.yml} and {@code <name>.yml}.
     *
     * @param application the class with {@code @SpringBootApplication}
     * @param name name of the service, e.g. {@code detection-worker}
     */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... args) {
        var spring = new SpringApplication(application);
        spring.setDefaultProperties(
                Map.of("spring.config.name", "vigil-defaults," + name, "spring.application.name", name));
        return spring.run(args);
    }

    /** Version of the suite; empty where classes run outside of their jars. */
    public static String version() {
        return Objects.requireNonNullElse(VigilService.class.getPackage().getImplementationVersion(), "");
    }
}
