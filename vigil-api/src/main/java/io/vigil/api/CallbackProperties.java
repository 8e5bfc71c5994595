package io.vigil.api;

import io.vigil.api.callback.SigningSecret;
import io.vigil.api.callback.SigningSecrets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How results are sent to the addresses that callers name.
 *
 * @param secret what callbacks are signed with: {@code whsec_} and 24 to 64 bytes in base64; empty: no callbacks
 * @param tenantSecrets secrets of single tenants, by tenant
 * @param timeout longest time of one call, 1s to 50s
 * @param privateAllowed whether addresses inside (loopback, private, link-local and other special ones) may be called
 */
@Validated
@ConfigurationProperties("vigil.api.callback")
public record CallbackProperties(
        @DefaultValue("") String secret,
        @DefaultValue Map<String, String> tenantSecrets,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("false") boolean privateAllowed) {

    public CallbackProperties {
        tenantSecrets = Map.copyOf(tenantSecrets);
        if (timeout.toSeconds() < 1 || timeout.toSeconds() > 50) {
            throw new IllegalArgumentException("vigil.api.callback.timeout must be 1s to 50s, but is " + timeout);
        }
        if (!secret.isBlank()) {
            var _ = parsed("secret", secret);
        }
        tenantSecrets.forEach((tenant, value) -> parsed("tenant-secrets." + tenant, value));
    }

    /** Whether there is anything to sign callbacks with. */
    boolean enabled() {
        return !secret.isBlank() || !tenantSecrets.isEmpty();
    }

    SigningSecrets secrets() {
        var tenants = new HashMap<String, SigningSecret>();
        tenantSecrets.forEach((tenant, value) -> tenants.put(tenant, SigningSecret.parse(value)));
        return new SigningSecrets(
                secret.isBlank() ? Optional.empty() : Optional.of(SigningSecret.parse(secret)), tenants);
    }

    private static SigningSecret parsed(String key, String value) {
        try {
            return SigningSecret.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("vigil.api.callback." + key + " " + e.getMessage(), e);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "CallbackProperties[enabled=" + enabled() + ", timeout=" + timeout + "]";
    }
}
