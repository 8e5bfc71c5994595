package io.vigil.api;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.api.ask.Admission;
import io.vigil.api.ask.AskLimits;
import io.vigil.api.ask.AskMeters;
import io.vigil.api.ask.Asker;
import io.vigil.api.ask.BrokerProbe;
import io.vigil.api.ask.DecisionInbox;
import io.vigil.api.ask.QueueRoom;
import io.vigil.api.ask.ServiceAsker;
import io.vigil.api.ask.ServiceTimer;
import io.vigil.api.ask.SubmissionPublisher;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.PiiCheck;
import io.vigil.api.check.RequestIds;
import io.vigil.api.service.AnalyzeService;
import io.vigil.api.web.BodyLimit;
import io.vigil.api.web.ProblemValve;
import io.vigil.api.web.Problems;
import io.vigil.autoconfigure.ServiceLifecycle;
import io.vigil.topology.Provisioner;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    RequestIds requestIds() {
        return new RequestIds(UuidCreator::getTimeOrderedEpoch);
    }

    @Bean
    DecisionInbox decisionInbox(Connection connection, RequestIds ids) {
        return new DecisionInbox(connection, ids.next(null).id()).listen();
    }

    @Bean
    QueueRoom queueRoom(Connection connection, ApiProperties settings, Provisioner provisionedFirst) {
        return new QueueRoom(connection, settings.queueShare()).watch();
    }

    @Bean
    SubmissionPublisher submissionPublisher(Connection connection, QueueRoom room, ApiProperties settings)
            throws IOException {
        return new SubmissionPublisher(connection, room, settings.publishTimeout());
    }

    @Bean
    Asker asker(
            SubmissionPublisher publisher,
            DecisionInbox inbox,
            ApiProperties settings,
            RateProperties rates,
            MeterRegistry meters,
            InstantSource clock,
            MessageCodec codec) {
        AskLimits limits = settings.limits();
        return new Asker(publisher, inbox, limits, admission(limits, rates), new AskMeters(meters), clock, codec);
    }

    @Bean
    GuardCheck guardCheck(JsonMapper mapper, Asker asker) {
        return new GuardCheck(mapper, asker);
    }

    @Bean
    PiiCheck piiCheck(
            Connection connection,
            ApiProperties settings,
            RateProperties rates,
            MeterRegistry meters,
            MessageCodec codec) {
        var timer = new ServiceTimer(meters, ServiceTimer.PII);
        var asker = serviceAsker(connection, settings.piiLimits(), rates, timer, codec);
        return new PiiCheck(asker, codec);
    }

    /** Asks a micro service of the workers; each has places of its own. */
    static ServiceAsker serviceAsker(
            Connection connection, AskLimits limits, RateProperties rates, ServiceTimer timer, MessageCodec codec) {
        return new ServiceAsker(connection, limits, admission(limits, rates), timer, codec);
    }

    static Admission admission(AskLimits limits, RateProperties rates) {
        return new Admission(limits.maxInFlight(), rates.tenantShare(), limits.publishTimeout(), System::nanoTime);
    }

    @Bean
    BrokerProbe brokerProbe(Connection connection) {
        return new BrokerProbe(connection);
    }

    @Bean
    BodyLimit bodyLimit(ApiProperties settings) {
        return new BodyLimit(settings.maxBody());
    }

    @Bean
    Problems problems(JsonMapper mapper, ApiProperties settings) {
        return new Problems(mapper, settings.retryAfter());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(Problems problems, RequestIds ids) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new ProblemValve(problems, ids));
            host.setErrorReportValveClass(ProblemValve.class.getName());
        });
    }

    @Bean(destroyMethod = "")
    AnalyzeService analyzeService(Connection connection, GuardCheck guard, RequestIds ids, JsonMapper mapper) {
        return new AnalyzeService(connection, guard, ids, mapper);
    }

    /** Starts the micro service when everything else is ready; stops it while the connection is still open. */
    @Bean
    SmartLifecycle analyzeLifecycle(AnalyzeService service) {
        return new ServiceLifecycle(service::start, service::close);
    }
}
