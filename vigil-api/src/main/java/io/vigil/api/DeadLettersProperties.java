package io.vigil.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway does with dead letters.
 *
 * @param parkAfter a letter that was sent back this often stays where it is unless it is forced, 1 to 100
 */
@Validated
@ConfigurationProperties("vigil.api.dlq")
record DeadLettersProperties(@DefaultValue("3") int parkAfter) {

    private static final int MOST = 100;

    DeadLettersProperties {
        if (parkAfter < 1 || parkAfter > MOST) {
            throw new IllegalArgumentException(
                    "vigil.api.dlq.park-after must be 1 to " + MOST + ", but is " + parkAfter);
        }
    }
}
