package io.vigil.api;

import io.vigil.api.stream.StreamLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of outputs that are guarded while they are written.
 *
 * @param window how much of the text so far is held back, in code points, 32 to 10000; nothing longer than it is sure to be
 *     seen before its beginning is shown
 * @param maxStreams streams that are guarded at a time, 1 to 10000; beyond: 503
 */
@Validated
@ConfigurationProperties("vigil.api.stream")
public record StreamProperties(
        @DefaultValue("256") int window,
        @DefaultValue("128") int maxStreams) {

    public StreamProperties {
        within("window", window, 32, 10_000);
        within("max-streams", maxStreams, 1, 10_000);
    }

    StreamLimits limits(DataSize line) {
        return new StreamLimits(window, maxStreams, Math.toIntExact(line.toBytes()));
    }

    private static void within(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "vigil.api.stream." + key + " must be " + min + " to " + max + ", but is " + value);
        }
    }
}
