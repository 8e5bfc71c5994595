package io.vigil.pii;

import io.vigil.liveconfig.ConfigReader;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.message.Detected;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.search.Engines;
import io.vigil.pii.search.Screenings;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.vault.Keyring;
import io.vigil.pii.vault.NoVault;
import io.vigil.pii.vault.ValueHash;
import io.vigil.pii.vault.Vault;
import io.vigil.redaction.Redactor;
import io.vigil.topology.Consumers;
import io.vigil.worker.Stage;
import io.vigil.worker.StageStopwatch;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the PII worker together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PiiProperties.class)
@Import(RemoteServicesConfiguration.class)
public class PiiConfiguration {

    private static final String NAME = "pii";

    @Bean
    Catalogue catalogue() {
        return Catalogue.shipped();
    }

    /** The secret, checked before anything starts. */
    @Bean
    Keyring keyring(PiiProperties properties) {
        return Keyring.parse(properties.key());
    }

    /** The settings in force. An emptied stage looks for nothing, whatever they say. */
    @Bean
    LiveConfig<PiiSettings> piiSettings(
            LiveConfigs configs,
            PiiProperties properties,
            Catalogue catalogue,
            Keyring keyring,
            @Value("${vigil.noop:false}") boolean noop)
            throws IOException, InterruptedException {
        if (noop) {
            return LiveConfig.fixed(PiiSettings.nothing());
        }
        var known = new TreeSet<>(properties.presidio().entities());
        catalogue.entries().forEach(entry -> known.add(entry.entity()));
        var reader = new ConfigReader<>(PiiSettings.class, settings -> settings.check(known, keyring.isPresent()));
        return configs.watch(PiiSettings.KEY, reader, PiiSettings.defaults(byDefault(properties, catalogue)));
    }

    @Bean
    Screenings screenings(Engines engines, LiveConfig<PiiSettings> piiSettings, InstantSource clock) {
        return new Screenings(engines, piiSettings, clock);
    }

    /** Without a broker there is no vault, and the stage runs all the same. */
    @Bean
    Hider hider(Keyring keyring, ObjectProvider<Vault> vault) {
        var redactor = keyring.newest()
                .map(key -> new Redactor(new ValueHash(key)))
                .orElseGet(() -> new Redactor(value -> {
                    throw new IllegalStateException("settings that hash are refused without a key");
                }));
        return new Hider(redactor, vault.getIfAvailable(NoVault::new));
    }

    @Bean
    Stage<Detected> stage(Screenings screenings, Hider hider, InstantSource clock) {
        var stopwatch = new StageStopwatch(NAME, clock, System::nanoTime);
        return new Stage<>(NAME, Consumers.PII, Detected.class, new PiiStage(screenings, hider, stopwatch));
    }

    /** What the catalogue switches on, and what Presidio is asked for where there is one. */
    private static Set<String> byDefault(PiiProperties properties, Catalogue catalogue) {
        var entities = new TreeSet<String>();
        catalogue.entries().stream()
                .filter(CatalogueEntry::enabled)
                .map(CatalogueEntry::entity)
                .forEach(entities::add);
        if (!properties.presidio().url().isEmpty()) {
            entities.addAll(properties.presidio().entities());
        }
        return entities;
    }
}
