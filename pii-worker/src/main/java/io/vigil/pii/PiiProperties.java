package io.vigil.pii;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the PII worker.
 *
 * @param presidio a Presidio service to ask beside the embedded recognisers
 * @param languageDetector a language detector service to ask instead of the embedded one
 * @param ner a model for names that the operator brings
 * @param key secrets that all PII workers share, 32 bytes in base64 each, newest first, with commas between them; without
 *     one, the redaction modes hash and reversible are refused
 * @param vault where the values behind reversible tokens are kept
 * @param service the requests of {@code /v1/pii/*}
 */
@Validated
@ConfigurationProperties("vigil.pii")
public record PiiProperties(
        @Valid @DefaultValue Presidio presidio,
        @Valid @DefaultValue LanguageDetector languageDetector,
        @Valid @DefaultValue Ner ner,
        @DefaultValue("") String key,
        @Valid @DefaultValue Vault vault,
        @Valid @DefaultValue Service service) {

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

    /**
     * The model for names.
     *
     * @param model path of an ONNX token classification model with its config.json beside it; empty leaves it out
     * @param tokenizer path of its vocab.txt or tokenizer.json (WordPiece)
     * @param labels from its labels, without B- and I-, to PERSON, LOCATION, ORGANIZATION or ADDRESS; other labels count as nothing
     * @param maxTokens longest sequence that goes to it, in word pieces, 8 to 512
     * @param timeLimit longest time for one text, 10 ms to 30 s; after that the recognisers alone count
     */
    public record Ner(
            @DefaultValue("") String model,
            @DefaultValue("") String tokenizer,
            Map<String, String> labels,
            @DefaultValue("128") @Min(8) @Max(512) int maxTokens,

            @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
            Duration timeLimit) {

        public Ner {
            labels = labels == null || labels.isEmpty() ? PERSONS : Map.copyOf(labels);
            if (model.isEmpty() != tokenizer.isEmpty()) {
                throw new IllegalArgumentException("vigil.pii.ner.model and vigil.pii.ner.tokenizer go together");
            }
        }

        /** Places and companies in a question must reach the model as they are. */
        private static final Map<String, String> PERSONS = Map.of("PER", "PERSON", "PERSON", "PERSON");
    }

    /**
     * The vault.
     *
     * @param timeToLive how long values are kept, 1m to 30d
     * @param maxSize most that all values may take, 1MB and up; when full, no more are kept until others have expired
     */
    public record Vault(
            @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 30)
            Duration timeToLive,

            @DefaultValue("256MB") DataSize maxSize) {

        public Vault {
            if (maxSize.toMegabytes() < 1) {
                throw new IllegalArgumentException("vigil.pii.vault.max-size must be 1MB or more, but is " + maxSize);
            }
        }
    }

    /**
     * The NATS micro service.
     *
     * @param maxInFlight most requests that are worked on at a time, 1 to 10000; beyond, callers are told to try again
     */
    public record Service(
            @DefaultValue("64") @Min(1) @Max(10_000) int maxInFlight) {}

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "PiiProperties[presidio=" + presidio + ", languageDetector=" + languageDetector + ", ner=" + ner
                + ", vault=" + vault + ", service=" + service + "]";
    }

    private static final String ADDRESS = "|https?://[A-Za-z0-9._:\\[\\]-]+(?:/[A-Za-z0-9._/-]*)?";
    private static final String ADDRESS_RULE = "must be empty or an http or https address";
}
