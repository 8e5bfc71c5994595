package io.vigil.eval.embedded;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.arbiter.ArbiterConfiguration;
import io.vigil.detection.DetectionConfiguration;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.message.Detected;
import io.vigil.message.Screened;
import io.vigil.message.Submission;
import io.vigil.message.VigilMessage;
import io.vigil.pii.PiiConfiguration;
import io.vigil.worker.Stage;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the stages of the workers as their services do, with the same settings from the same files and environment, but
 * without broker and web server. Live configuration has its built-in values.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    static final InstantSource CLOCK = Clock.systemUTC();

    @Bean
    InstantSource clock() {
        return CLOCK;
    }

    @Bean
    LiveConfigs liveConfigs() {
        return LiveConfigs.builtIn();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    static EmbeddedStage<Submission> detection() {
        return start("detection-worker", Submission.class, DetectionConfiguration.class);
    }

    static EmbeddedStage<Detected> pii() {
        return start("pii-worker", Detected.class, PiiConfiguration.class);
    }

    /** The same, looking for every entity that it knows. */
    static EmbeddedStage<Detected> piiOfEveryEntity() {
        return start("pii-worker", Detected.class, PiiConfiguration.class, EveryEntityConfiguration.class);
    }

    static EmbeddedStage<Screened> arbiter() {
        return start("arbiter-worker", Screened.class, ArbiterConfiguration.class);
    }

    private static <I extends VigilMessage> EmbeddedStage<I> start(
            String name, Class<I> takes, Class<?>... configurations) {
        var spring = new SpringApplication(configurations);
        spring.addPrimarySources(List.of(EngineConfiguration.class));
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLogStartupInfo(false);
        spring.setDefaultProperties(
                Map.of("spring.config.name", "vigil-defaults," + name, "spring.application.name", name));
        var context = spring.run(
                "--logging.config=classpath:io/vigil/eval/logback-eval.xml",
                "--logging.level.root=${LOG_LEVEL:WARN}",
                "--vigil.detection.cascade.enabled=false");
        return context.getBeansOfType(Stage.class).values().stream()
                .filter(stage -> stage.type() == takes)
                .map(stage -> new EmbeddedStage<>(EngineConfiguration.<I>taking(stage), context::close))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no stage for " + takes.getSimpleName()));
    }

    @SuppressWarnings("unchecked") // the caller looked at the type that it takes
    private static <I extends VigilMessage> Stage<I> taking(Stage<?> stage) {
        return (Stage<I>) stage;
    }
}
