package io.vigil.arbiter;

import io.vigil.arbiter.answer.TextKeeping;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.Thresholds;
import io.vigil.policy.Unsanitizable;
import io.vigil.redaction.TextKey;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the arbiter. The thresholds and the message make the policy that holds until the bucket
 * {@code vigil-config} has one under {@code arbiter}.
 *
 * @param blockThreshold scores from here are blocked, 1 to 100
 * @param sanitizeThreshold scores from here ask for sanitising, 0 to 99, below the block threshold
 * @param unsanitizableBlockFrom scores from here are blocked where the attack cannot be taken out of the text, 0 to 100
 * @param blockMessage what the sender of a blocked text is told, 1 to 500 characters
 * @param storeRawText whether events carry the text as sent, encrypted, beside the redacted one; needs the event key
 * @param rawTextTenants tenants whose texts are kept so where that is on; {@code *} stands for everybody
 * @param eventKey 32 bytes in base64: the secret of the texts' digests and of their encryption; empty for neither
 */
@Validated
@ConfigurationProperties("vigil.arbiter")
public record ArbiterProperties(
        @DefaultValue("70") int blockThreshold,
        @DefaultValue("30") int sanitizeThreshold,
        @DefaultValue("50") int unsanitizableBlockFrom,
        @DefaultValue(ArbiterPolicy.BLOCK_MESSAGE) String blockMessage,
        @DefaultValue("false") boolean storeRawText,
        @DefaultValue(TextKeeping.EVERYONE) List<String> rawTextTenants,
        @DefaultValue("") String eventKey) {

    private static final String EVENT_KEY = "vigil.arbiter.event-key (VIGIL_EVENT_KEY)";

    private static final int MAX_BLOCK_MESSAGE = 500;

    public ArbiterProperties {
        between("vigil.arbiter.block-threshold", blockThreshold, 1, 100);
        between("vigil.arbiter.sanitize-threshold", sanitizeThreshold, 0, 99);
        between("vigil.arbiter.unsanitizable-block-from", unsanitizableBlockFrom, 0, 100);
        if (sanitizeThreshold >= blockThreshold) {
            throw new IllegalArgumentException(
                    "vigil.arbiter.sanitize-threshold must be below vigil.arbiter.block-threshold, but %d is not below %d"
                            .formatted(sanitizeThreshold, blockThreshold));
        }
        if (blockMessage.isBlank() || blockMessage.length() > MAX_BLOCK_MESSAGE) {
            throw new IllegalArgumentException("vigil.arbiter.block-message must be 1 to %d characters and not blank"
                    .formatted(MAX_BLOCK_MESSAGE));
        }
        rawTextTenants = List.copyOf(rawTextTenants);
        if (!eventKey.isBlank()) {
            var _ = TextKey.parse(eventKey, EVENT_KEY);
        } else if (storeRawText) {
            throw new IllegalArgumentException(
                    "vigil.arbiter.store-raw-text needs " + EVENT_KEY + ": texts as sent are stored encrypted or not");
        }
    }

    /** What events keep of the text as sent. */
    public TextKeeping textKeeping() {
        return eventKey.isBlank()
                ? TextKeeping.NOTHING
                : new TextKeeping(
                        TextKey.parse(eventKey, EVENT_KEY), storeRawText ? Set.copyOf(rawTextTenants) : Set.of());
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ArbiterProperties[storeRawText=" + storeRawText + ", rawTextTenants=" + rawTextTenants + "]";
    }

    /** The policy that holds as long as the bucket has none: the documented defaults with these settings. */
    public ArbiterPolicy builtInPolicy() {
        ArbiterPolicy defaults = ArbiterPolicy.defaults();
        return new ArbiterPolicy(
                new Thresholds(blockThreshold, sanitizeThreshold),
                defaults.weights(),
                defaults.degradation(),
                defaults.boosts(),
                defaults.sanitize(),
                new Unsanitizable(
                        unsanitizableBlockFrom, defaults.unsanitizable().highWithoutSpan()),
                defaults.failPolicy(),
                defaults.enforcement(),
                blockMessage);
    }

    private static void between(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s must be %d to %d, but is %d".formatted(key, min, max, value));
        }
    }
}
