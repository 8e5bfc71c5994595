package io.vigil.api.clients;

/**
 * What clients want to know about a licence. There is none to buy and none to lose.
 *
 * @param status always {@code ACTIVE}
 * @param isBuiltIn whether the licence came with the product
 */
public record LicenseBody(String status, boolean isBuiltIn) {

    /** The only one. */
    public static final LicenseBody FREE = new LicenseBody("ACTIVE", true);
}
