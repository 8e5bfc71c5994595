package io.vigil.pii;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the PII worker.
 *
 * @param presidio a Presidio service to ask beside the embedded recognisers
 * @param languageDetector a language detector service to ask instead of the embedded one
 */
@Validated
@ConfigurationProperties("vigil.pii")
public record PiiProperties(
        @Valid @DefaultValue Presidio presidio,
        @Valid @DefaultValue LanguageDetector languageDetector) {

    /**
     * The Presidio service.
     *
     * @param url its address without path, http or https; empty leaves it out
     * @param timeout longest wait for its whole answer, 10 ms to 30 s
     * @param entities entity types to ask for, at least one
     */
    public record Presidio(
            @DefaultValue("") @Pattern(regexp = ADDRESS, message = ADDRESS_RULE) String url,

            @DefaultValue("3s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
            Duration timeout,

            @DefaultValue({
                "EMAIL_ADDRESS",
                "PHONE_NUMBER",
                "PL_PESEL",
                "PL_NIP",
                "PL_REGON",
                "PL_ID_CARD",
                "CREDIT_CARD",
                "IBAN_CODE",
                "IP_ADDRESS"
            })
            @NotEmpty List<String> entities) {}

    /**
     * The language detector service.
     *
     * @param url its address without path, http or https; empty leaves it out
     * @param timeout longest wait for its whole answer, 10 ms to 30 s
     */
    public record LanguageDetector(
            @DefaultValue("") @Pattern(regexp = ADDRESS, message = ADDRESS_RULE) String url,

            @DefaultValue("1500ms") @DurationMin(millis = 10) @DurationMax(seconds = 30)
            Duration timeout) {}

    private static final String ADDRESS = "|https?://[A-Za-z0-9._:\\[\\]-]+(?:/[A-Za-z0-9._/-]*)?";
    private static final String ADDRESS_RULE = "must be empty or an http or https address";
}
