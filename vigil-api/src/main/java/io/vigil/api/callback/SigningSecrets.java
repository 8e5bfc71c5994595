package io.vigil.api.callback;

import java.util.Map;
import java.util.Optional;

/**
 * The secrets that callbacks are signed with.
 *
 * @param everybody for tenants without a secret of their own; empty for none
 * @param tenants by tenant
 */
public record SigningSecrets(Optional<SigningSecret> everybody, Map<String, SigningSecret> tenants) {

    public SigningSecrets {
        tenants = Map.copyOf(tenants);
    }

    /** The secret for a tenant's callbacks; empty where it has none, and so no callbacks. */
    public Optional<SigningSecret> of(String tenant) {
        return Optional.ofNullable(tenants.get(tenant)).or(() -> everybody);
    }
}
