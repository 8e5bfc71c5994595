package io.vigil.api;

import io.vigil.api.keys.KeyText;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the gateway.
 *
 * @param anonymous whether a caller without a key may do everything; refused unless {@code server.address} is a loopback address
 * @param keysPepper secret that all gateways share, at least 32 characters: keys are stored as HMAC-SHA256 with it, so that whoever
 *     loses it loses all keys
 * @param adminKey a key with every scope that exists from the start: {@code vg_live_} or {@code vg_test_} and 32 to 128 letters and
 *     digits; empty for none
 */
@Validated
@ConfigurationProperties("vigil.api")
public record AccessProperties(
        @DefaultValue("false") boolean anonymous,
        @DefaultValue("") String keysPepper,
        @DefaultValue("") String adminKey) {

    private static final int SHORTEST_PEPPER = 32;

    public AccessProperties {
        if (keysPepper.length() < SHORTEST_PEPPER) {
            throw new IllegalArgumentException("vigil.api.keys-pepper (VIGIL_KEYS_PEPPER) must have " + SHORTEST_PEPPER
                    + " characters or more, the same on all gateways");
        }
        if (!adminKey.isEmpty() && KeyText.of(adminKey).isEmpty()) {
            throw new IllegalArgumentException(
                    "vigil.api.admin-key (VIGIL_ADMIN_KEY) must look like " + KeyText.FORM + ", or be empty");
        }
    }

    /**
     * Refuses what would let the whole network in.
     *
     * @param address where the gateway listens; null is everywhere
     */
    void refuseAnonymousOn(@Nullable InetAddress address) {
        if (anonymous && (address == null || !address.isLoopbackAddress())) {
            throw new IllegalArgumentException(
                    "vigil.api.anonymous (VIGIL_ANONYMOUS) must be false unless server.address is a loopback address"
                            + " such as 127.0.0.1");
        }
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "AccessProperties[anonymous=" + anonymous + "]";
    }
}
