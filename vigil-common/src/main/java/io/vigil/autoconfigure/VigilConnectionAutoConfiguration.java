package io.vigil.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.vigil.audit.AuditTrail;
import io.vigil.connection.NatsConnector;
import io.vigil.connection.NatsProperties;
import io.vigil.connection.NatsSecurityProperties;
import io.vigil.connection.StreamPublisher;
import io.vigil.liveconfig.KvLiveConfigs;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.topology.Provisioner;
import io.vigil.topology.ProvisioningProperties;
import io.vigil.topology.TopologyProperties;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import io.vigil.worker.WorkerProperties;
import java.io.IOException;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The connection and what speaks over it: in the gateway and in every worker. */
@AutoConfiguration
@EnableConfigurationProperties({
    NatsProperties.class,
    NatsSecurityProperties.class,
    ProvisioningProperties.class,
    TopologyProperties.class,
    WorkerProperties.class
})
public class VigilConnectionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    MessageCodec messageCodec() {
        return new MessageCodec();
    }

    @Bean
    FrameWriter frameWriter(MessageCodec codec) {
        return new FrameWriter(codec);
    }

    @Bean(destroyMethod = "close")
    NatsConnection natsConnection(
            NatsProperties settings,
            NatsSecurityProperties security,
            MeterRegistry meters,
            @Value("${spring.application.name}") String name)
            throws IOException, InterruptedException {
        return new NatsConnection(new NatsConnector(settings, NatsTls.security(security), meters).open(name));
    }

    @Bean(destroyMethod = "")
    Connection connection(NatsConnection natsConnection) {
        return natsConnection.connection();
    }

    /** Streams and buckets exist before anybody uses them. */
    @Bean
    Provisioner provisioner(Connection connection, TopologyProperties sizes, ProvisioningProperties provisioning)
            throws IOException {
        var provisioner = new Provisioner(connection, sizes, provisioning.mode());
        provisioner.provision();
        return provisioner;
    }

    @Bean
    StreamPublisher streamPublisher(
            Connection connection, NatsProperties nats, WorkerProperties worker, MeterRegistry meters)
            throws IOException {
        return new StreamPublisher(connection, nats.requestTimeout(), worker.publishPatience(), meters);
    }

    @Bean
    @ConditionalOnMissingBean
    AuditTrail auditTrail(StreamPublisher publisher) {
        return new AuditTrail(publisher, Json.mapper());
    }

    @Bean
    LiveConfigs liveConfigs(Connection connection, MeterRegistry meters, Provisioner provisionedFirst) {
        return new KvLiveConfigs(connection, meters);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Connection connection) {
        return new BrokerHealth(connection);
    }
}
