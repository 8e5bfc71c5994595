package io.vigil.topology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who brings the broker into shape.
 *
 * @param mode {@code manage}: this service creates and updates streams and shared buckets; {@code create}: it creates what is
 *     missing; {@code await}: it waits until they are there
 */
@ConfigurationProperties("vigil.provisioning")
public record ProvisioningProperties(@DefaultValue("manage") ProvisioningMode mode) {}
