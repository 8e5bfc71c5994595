package io.vigil.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what existing clients send.
 *
 * @param maxBody largest body with one text that is read on {@code /v1/guard/*} and {@code /v1/analyze}, 1KB to 8MB; beyond: 413
 * @param maxBatchBody largest body with several texts, 1KB to 64MB; beyond: 413
 * @param bodyBudget what bodies with several texts may take together, {@code max-batch-body} to 1GB; beyond: 503
 * @param parallel texts of one call that are checked at a time, 1 to 100
 */
@Validated
@ConfigurationProperties("vigil.api.clients")
public record ClientsProperties(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxBatchBody,
        @DefaultValue("64MB") DataSize bodyBudget,
        @DefaultValue("8") int parallel) {

    private static final DataSize LEAST = DataSize.ofKilobytes(1);

    public ClientsProperties {
        within("vigil.api.clients.max-body", maxBody, LEAST, DataSize.ofMegabytes(8));
        within("vigil.api.clients.max-batch-body", maxBatchBody, LEAST, DataSize.ofMegabytes(64));
        within("vigil.api.clients.body-budget", bodyBudget, maxBatchBody, DataSize.ofGigabytes(1));
        if (parallel < 1 || parallel > 100) {
            throw new IllegalArgumentException("vigil.api.clients.parallel must be 1 to 100, but is " + parallel);
        }
    }

    private static void within(String key, DataSize value, DataSize least, DataSize most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most + ", but is " + value);
        }
    }
}
