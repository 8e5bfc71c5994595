package io.vigil.logging;

import com.clickhouse.client.api.Client;
import io.nats.client.Connection;
import io.vigil.autoconfigure.ServiceLifecycle;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.logging.clickhouse.ClickHouseClients;
import io.vigil.logging.clickhouse.ClickHouseProperties;
import io.vigil.logging.clickhouse.EventErasure;
import io.vigil.logging.explain.Explanations;
import io.vigil.logging.feedback.FeedbackBook;
import io.vigil.logging.feedback.FeedbackTable;
import io.vigil.logging.query.BoundedQueries;
import io.vigil.logging.query.EventSearch;
import io.vigil.logging.query.EventStatistics;
import io.vigil.logging.query.QueryProperties;
import io.vigil.logging.replay.Replay;
import io.vigil.logging.service.Erasures;
import io.vigil.logging.service.EventsService;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.service.RequestService;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The micro service of the event log. A worker that stores nothing has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vigil.noop", havingValue = "false", matchIfMissing = true)
@EnableConfigurationProperties(QueryProperties.class)
class EventsServiceConfiguration {

    /** With connections of its own: questions must not hold up inserts. */
    @Bean(destroyMethod = "close")
    BoundedQueries boundedQueries(ClickHouseProperties clickHouse, QueryProperties limits) {
        return new BoundedQueries(ClickHouseClients.open(clickHouse), clickHouse, limits);
    }

    /** What a candidate for a replay leaves out. */
    @Bean
    LiveConfig<ArbiterPolicy> policyInForce(LiveConfigs configs) throws IOException, InterruptedException {
        return configs.watch(ArbiterPolicy.KEY, ArbiterPolicy.class, ArbiterPolicy.defaults());
    }

    @Bean
    FeedbackBook feedbackBook(
            BoundedQueries queries, Client client, ClickHouseProperties clickHouse, InstantSource clock) {
        return new FeedbackBook(queries, new FeedbackTable(client, clickHouse), clock);
    }

    @Bean(destroyMethod = "")
    RequestService eventsService(
            Connection connection,
            BoundedQueries queries,
            LiveConfig<ArbiterPolicy> policyInForce,
            FeedbackBook feedback,
            EventErasure erasure,
            InstantSource clock,
            MessageCodec codec,
            QueryProperties limits) {
        var answers = new EventsService.Answers(
                new EventSearch(queries, clock),
                new Explanations(queries),
                new EventStatistics(queries, clock),
                new Replay(queries, policyInForce, clock),
                feedback,
                new Erasures(erasure));
        return EventsService.of(connection, answers, codec, limits.maxInFlight());
    }

    /** Starts the micro service when everything else is ready; stops it while the connection is still open. */
    @Bean
    SmartLifecycle eventsServiceLifecycle(RequestService eventsService) {
        return new ServiceLifecycle(eventsService::start, eventsService::close);
    }
}
