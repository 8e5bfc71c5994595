package io.vigil.eval.embedded;

import io.vigil.liveconfig.ConfigReader;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.liveconfig.LiveConfigs;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.settings.PiiSettings;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Switches every entity of the catalogue on, those that are off by default too: what is measured is how well each is found,
 * not whether it is wanted. All else has its built-in values.
 */
@Configuration(proxyBeanMethods = false)
class EveryEntityConfiguration {

    @Bean
    @Primary
    LiveConfigs withEveryEntity(Catalogue catalogue) {
        var on = PiiSettings.defaults(
                catalogue.entries().stream().map(CatalogueEntry::entity).collect(Collectors.toUnmodifiableSet()));
        return new LiveConfigs() {
            @Override
            @SuppressWarnings("unchecked") // the settings have the type of the built-in ones that they stand for
            public <T> LiveConfig<T> watch(String key, ConfigReader<T> reader, T builtIn) {
                return LiveConfig.fixed(key.equals(PiiSettings.KEY) ? (T) on : builtIn);
            }
        };
    }
}
