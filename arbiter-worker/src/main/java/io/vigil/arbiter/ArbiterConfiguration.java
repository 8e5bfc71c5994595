package io.vigil.arbiter;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.arbiter.answer.Events;
import io.vigil.arbiter.measure.ArbiterMeters;
import io.vigil.arbiter.measure.CountedStage;
import io.vigil.autoconfigure.VigilService;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.message.Provenance;
import io.vigil.message.Screened;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.topology.Consumers;
import io.vigil.worker.Stage;
import io.vigil.worker.StageStopwatch;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the arbiter is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArbiterProperties.class)
public class ArbiterConfiguration {

    /** The policy in force. */
    @Bean
    LiveConfig<ArbiterPolicy> arbiterPolicy(LiveConfigs configs, ArbiterProperties properties)
            throws IOException, InterruptedException {
        return configs.watch(ArbiterPolicy.KEY, ArbiterPolicy.class, properties.builtInPolicy());
    }

    /** The one stage of this service. */
    @Bean
    Stage<Screened> arbiterStage(
            LiveConfig<ArbiterPolicy> arbiterPolicy,
            ArbiterProperties properties,
            InstantSource clock,
            @Value("${vigil.instance:}") String instance,
            MeterRegistry registry,
            @Value("${vigil.noop:false}") boolean noop) {
        var maker = new Provenance(Map.of(), VigilService.version(), instance);
        var events = new Events(clock, properties.textKeeping(), maker);
        var stopwatch = new StageStopwatch(ArbiterStage.NAME, clock, System::nanoTime);
        var stage = new ArbiterStage(arbiterPolicy, noop, events, stopwatch);
        return new Stage<>(
                ArbiterStage.NAME,
                Consumers.ARBITER,
                Screened.class,
                new CountedStage(stage, new ArbiterMeters(registry)));
    }
}
