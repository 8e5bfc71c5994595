package io.vigil.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.api.ask.Admission;
import io.vigil.api.ask.AskLimits;
import io.vigil.api.ask.AskMeters;
import io.vigil.api.ask.Asker;
import io.vigil.api.ask.DecisionInbox;
import io.vigil.api.ask.Lane;
import io.vigil.api.ask.SubmissionPublisher;
import io.vigil.api.ask.Submitter;
import io.vigil.api.bulk.BulkCheck;
import io.vigil.api.check.CheckBodies;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.RequestIds;
import io.vigil.api.idempotency.Idempotency;
import io.vigil.api.later.LaterCheck;
import io.vigil.api.later.Progress;
import io.vigil.api.results.AnswerBucket;
import io.vigil.api.results.ResultBucket;
import io.vigil.api.stream.StreamGuard;
import io.vigil.topology.Provisioner;
import io.vigil.topology.TopologyProperties;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What work without a waiting caller, bulk requests and streams are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ResultsProperties.class,
    BulkProperties.class,
    StreamProperties.class,
    CallbackProperties.class
})
class LaterConfiguration {

    @Bean
    ResultBucket resultBucket(
            Connection connection, ResultsProperties settings, TopologyProperties sizes, Provisioner provisionedFirst)
            throws IOException {
        return ResultBucket.open(connection, settings.limits(sizes.replicas()));
    }

    @Bean
    CheckBodies checkBodies(JsonMapper mapper) {
        return new CheckBodies(mapper);
    }

    @Bean
    LaterCheck laterCheck(
            CheckBodies bodies,
            SubmissionPublisher publisher,
            ApiProperties settings,
            MessageCodec codec,
            ResultBucket results,
            CallbackProperties callbacks,
            InstantSource clock) {
        var submitter = new Submitter(publisher, settings.publishTimeout(), codec);
        var secrets = callbacks.secrets();
        return new LaterCheck(
                bodies, submitter, results, clock, tenant -> secrets.of(tenant).isPresent());
    }

    @Bean
    Progress progress(ResultBucket results, ResultsProperties settings, InstantSource clock) {
        return new Progress(results, settings.timeToLive(), clock);
    }

    /** Answers are kept as long as results. */
    @Bean
    Idempotency idempotency(
            Connection connection, ResultBucket results, ResultsProperties settings, InstantSource clock)
            throws IOException {
        return new Idempotency(AnswerBucket.open(connection, results), settings.timeToLive(), clock);
    }

    /** Bulk requests have a bound and a queue of their own. */
    @Bean
    BulkCheck bulkCheck(
            CheckBodies bodies,
            RequestIds ids,
            JsonMapper mapper,
            SubmissionPublisher publisher,
            DecisionInbox inbox,
            ApiProperties settings,
            BulkProperties bulk,
            MeterRegistry meters,
            InstantSource clock,
            MessageCodec codec) {
        var limits = new AskLimits(bulk.timeout(), settings.publishTimeout(), bulk.maxInFlight());
        // The rows have one bound already, first come, first served: nobody is turned away here.
        var admission = new Admission(bulk.maxInFlight(), 1, bulk.timeout(), System::nanoTime);
        var asker = new Asker(publisher, inbox, limits, admission, new AskMeters(meters), clock, codec, Lane.QUEUED);
        return new BulkCheck(bodies, new GuardCheck(mapper, asker), ids, bulk.limits(settings.maxBody()));
    }

    @Bean
    StreamGuard streamGuard(GuardCheck guard, RequestIds ids, StreamProperties settings, ApiProperties api) {
        return new StreamGuard(guard, ids, settings.limits(api.maxBody()));
    }
}
