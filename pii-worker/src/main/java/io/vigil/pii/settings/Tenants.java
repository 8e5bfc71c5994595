package io.vigil.pii.settings;

import io.vigil.service.ServiceCaller;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The names of tenants, and what is done for each of them. */
public final class Tenants {

    /** Whoever names no tenant. */
    public static final String NONE = "";

    private static final int MOST = 500;

    private Tenants() {}

    /** Unmodifiable and in order; null, as in a document that names no tenants, is empty. */
    static Map<String, TenantSettings> of(@Nullable Map<String, TenantSettings> tenants) {
        if (tenants == null) {
            return Map.of();
        }
        Allowed.size("tenants", tenants, MOST);
        tenants.forEach((name, settings) -> {
            if (!ServiceCaller.isTenant(name)) {
                throw new IllegalArgumentException("tenants must be named by 1 to 64 of A-Z a-z 0-9 _ -");
            }
            Allowed.present("tenants." + name, settings);
        });
        return Map.copyOf(tenants);
    }

    /**
     * Checks the settings of every tenant, those that it has of its own and those that it shares.
     *
     * @throws IllegalArgumentException names the tenant and the key
     */
    static void check(PiiSettings general, Map<String, TenantSettings> tenants, Consumer<? super PiiSettings> check) {
        new TreeMap<>(tenants).forEach((name, settings) -> {
            try {
                check.accept(settings.over(general));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tenants." + name + "." + e.getMessage(), e);
            }
        });
    }
}
