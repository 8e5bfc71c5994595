package io.vigil.detection;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.autoconfigure.ServiceLifecycle;
import io.vigil.detection.patterns.PatternQuestions;
import io.vigil.detection.patterns.PatternShelf;
import io.vigil.liveconfig.KvLiveDocuments;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.service.RequestService;
import io.vigil.service.ServiceOperation;
import io.vigil.topology.Provisioner;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The patterns in force and the micro service that answers about them. */
@Configuration(proxyBeanMethods = false)
class PatternsConfiguration {

    private static final int MAX_IN_FLIGHT = 8;

    @Bean(destroyMethod = "close")
    PatternShelf patternShelf(
            Connection connection, DetectionProperties properties, MeterRegistry meters, Provisioner provisionedFirst)
            throws IOException, InterruptedException {
        var stored = KvLiveDocuments.follow(connection, Streams.PATTERNS_BUCKET);
        return new PatternShelf(stored, properties.heuristics().policies(), meters).started();
    }

    @Bean(destroyMethod = "")
    RequestService patternsService(Connection connection, PatternShelf shelf, MessageCodec codec) {
        var questions = new PatternQuestions(shelf);
        return new RequestService(
                connection,
                new RequestService.About("vigil-patterns", "Lists, checks and tests families of attack patterns"),
                codec,
                MAX_IN_FLIGHT,
                List.of(
                        new ServiceOperation<>(
                                "list",
                                Subjects.PATTERNS_LIST,
                                PatternQuestion.class,
                                (caller, any) -> questions.list()),
                        new ServiceOperation<>(
                                "shipped",
                                Subjects.PATTERNS_SHIPPED,
                                PatternQuestion.class,
                                (caller, question) -> questions.shipped(question)),
                        new ServiceOperation<>(
                                "check",
                                Subjects.PATTERNS_CHECK,
                                PatternQuestion.class,
                                (caller, question) -> questions.check(question)),
                        new ServiceOperation<>(
                                "test",
                                Subjects.PATTERNS_TEST,
                                PatternQuestion.class,
                                (caller, question) -> questions.test(question))));
    }

    /** Starts the micro service when everything else is ready; stops it while the connection is still open. */
    @Bean
    SmartLifecycle patternsServiceLifecycle(RequestService patternsService) {
        return new ServiceLifecycle(patternsService::start, patternsService::close);
    }
}
