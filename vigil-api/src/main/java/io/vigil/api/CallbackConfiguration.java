package io.vigil.api;

import io.vigil.api.callback.CallbackClient;
import io.vigil.api.callback.CallbackStage;
import io.vigil.api.results.ResultBucket;
import io.vigil.message.AnalysisResult;
import io.vigil.topology.Consumers;
import io.vigil.worker.Stage;
import java.time.InstantSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import tools.jackson.databind.json.JsonMapper;

/** What callbacks are made of: a worker in the gateway's process, where there is a secret to sign with. */
@Configuration(proxyBeanMethods = false)
@Conditional(CallbackConfiguration.HasSecret.class)
class CallbackConfiguration {

    @Bean
    Stage<AnalysisResult> callbackStage(
            ResultBucket results,
            CallbackProperties settings,
            ResultsProperties kept,
            JsonMapper mapper,
            InstantSource clock) {
        var client = new CallbackClient(settings.timeout(), settings.privateAllowed());
        return new Stage<>(
                CallbackStage.NAME,
                Consumers.CALLBACK,
                AnalysisResult.class,
                new CallbackStage(results, client, settings.secrets(), mapper, clock, kept.timeToLive()));
    }

    /** Without a secret the gateway runs no worker. */
    static final class HasSecret implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bindOrCreate("vigil.api.callback", CallbackProperties.class)
                    .enabled();
        }
    }
}
