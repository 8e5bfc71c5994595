package io.vigil.pii;

import io.nats.client.Connection;
import io.vigil.autoconfigure.ServiceLifecycle;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.search.Screenings;
import io.vigil.pii.service.PiiOperations;
import io.vigil.pii.service.PiiService;
import io.vigil.pii.vault.BucketVault;
import io.vigil.pii.vault.Keyring;
import io.vigil.pii.vault.NoVault;
import io.vigil.pii.vault.Sealing;
import io.vigil.pii.vault.Vault;
import io.vigil.service.RequestService;
import io.vigil.topology.TopologyProperties;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault and the micro service of the PII worker. */
@Configuration(proxyBeanMethods = false)
class PiiServiceConfiguration {

    /** Only where there is a key: a key of one process alone would lose the values of the others. */
    @Bean
    Vault vault(Keyring keyring, Connection connection, PiiProperties properties, TopologyProperties sizes)
            throws IOException {
        if (!keyring.isPresent()) {
            return new NoVault();
        }
        var limits = new BucketVault.Limits(
                properties.vault().timeToLive(), properties.vault().maxSize(), sizes.replicas());
        return BucketVault.open(connection, limits, new Sealing(keyring));
    }

    @Bean
    PiiOperations piiOperations(Screenings screenings, Hider hider, Vault vault, Catalogue catalogue) {
        return new PiiOperations(screenings, hider, vault, catalogue.entries());
    }

    @Bean(destroyMethod = "")
    RequestService piiService(
            Connection connection, PiiOperations operations, MessageCodec codec, PiiProperties properties) {
        return PiiService.of(connection, operations, codec, properties.service().maxInFlight());
    }

    /** Starts the micro service when everything else is ready; stops it while the connection is still open. */
    @Bean
    SmartLifecycle piiServiceLifecycle(RequestService service) {
        return new ServiceLifecycle(service::start, service::close);
    }
}
