package io.vigil.logging.announcing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What other systems are told, in the stream {@code VIGIL_EVENTS}.
 *
 * @param decisions which decisions: {@code none}, {@code notable} (BLOCK and SANITIZE) or {@code all}
 * @param redactedText whether the text without personal data goes along
 */
@Validated
@ConfigurationProperties("vigil.logging.public-events")
public record PublicEventProperties(
        @DefaultValue("notable") Announced decisions,
        @DefaultValue("false") boolean redactedText) {}
