package io.vigil.pii.vault;

/**
 * Whose values they are: a tenant's, and one request's. Nobody else can have them restored.
 *
 * @param tenant empty without tenants
 */
public record Owner(String tenant, String requestId) {

    /** One name for both; no tenant and no request id has a slash. */
    String name() {
        return tenant.isEmpty() ? requestId : tenant + "/" + requestId;
    }
}
