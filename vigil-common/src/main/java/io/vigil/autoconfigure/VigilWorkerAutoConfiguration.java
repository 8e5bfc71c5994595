package io.vigil.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.connection.StreamPublisher;
import io.vigil.deadletter.AdvisorySweeper;
import io.vigil.deadletter.DeadLetterPublisher;
import io.vigil.result.ResultPublisher;
import io.vigil.telemetry.ConsumerLag;
import io.vigil.topology.Provisioner;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.MessageCodec;
import io.vigil.worker.Stage;
import io.vigil.worker.StageWorker;
import io.vigil.worker.SweeperWorker;
import io.vigil.worker.WorkerContext;
import io.vigil.worker.WorkerProperties;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Runs the stages that a service declares. */
@AutoConfiguration(after = VigilConnectionAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
public class VigilWorkerAutoConfiguration {

    @Bean
    ResultPublisher resultPublisher(StreamPublisher publisher, MessageCodec codec, InstantSource clock) {
        return new ResultPublisher(publisher, codec, clock);
    }

    @Bean
    DeadLetterPublisher deadLetterPublisher(StreamPublisher publisher, ResultPublisher results, MeterRegistry meters) {
        return new DeadLetterPublisher(publisher, results, meters);
    }

    @Bean
    WorkerContext workerContext(
            Connection connection,
            StreamPublisher publisher,
            ResultPublisher results,
            DeadLetterPublisher deadLetters,
            MessageCodec codec,
            FrameWriter writer,
            InstantSource clock,
            MeterRegistry meters) {
        return new WorkerContext(
                connection, publisher, results, deadLetters, codec, writer, clock, System::nanoTime, meters);
    }

    @Bean
    StageWorkers stageWorkers(List<Stage<?>> stages, WorkerProperties settings, WorkerContext context) {
        return new StageWorkers(stages.stream()
                .map(stage -> new StageWorker<>(stage, settings, context))
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Needs to read and delete any message of the work queue: where services have users of their own, one of them sweeps. */
    @Bean
    @ConditionalOnBooleanProperty(name = "vigil.sweeper.enabled", matchIfMissing = true)
    SweeperWorker sweeperWorker(WorkerProperties settings, WorkerContext context) {
        return new SweeperWorker(new AdvisorySweeper(context.connection(), context.deadLetters()), settings, context);
    }

    @Bean
    WorkerLifecycle workerLifecycle(
            Provisioner provisioner,
            StageWorkers workers,
            List<Stage<?>> stages,
            Optional<SweeperWorker> sweeper,
            WorkerContext context) {
        var lags = stages.stream()
                .map(stage -> new ConsumerLag(context.connection(), stage.consumer(), context.meters()))
                .toList();
        return new WorkerLifecycle(provisioner, workers.all(), sweeper, lags);
    }

    @Bean
    HealthIndicator stageHealthIndicator(StageWorkers workers) {
        return new StageHealth(workers.all());
    }
}
