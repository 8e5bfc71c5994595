package io.vigil.pii.settings;

import static java.util.Map.entry;

import java.util.Map;

/** The least score that counts, by entity type: those of the earlier product's Presidio service in balanced mode. */
final class BalancedThresholds {

    private static final double ANY_OTHER = 0.5;

    private static final Map<String, Double> THRESHOLDS = Map.ofEntries(
            entry("CREDIT_CARD", 0.85),
            entry("IBAN_CODE", 0.85),
            entry("PL_PESEL", 0.90),
            entry("PL_NIP", 0.85),
            entry("PL_REGON", 0.80),
            entry("PL_ID_CARD", 0.75),
            entry("US_SSN", 0.80),
            entry("IP_ADDRESS", 0.90),
            entry("EMAIL_ADDRESS", 0.70),
            entry("PHONE_NUMBER", 0.65),
            entry("URL", 0.75),
            entry("DATE_TIME", 0.55),
            entry("US_DRIVER_LICENSE", 0.65),
            entry("US_PASSPORT", 0.80),
            entry("MEDICAL_LICENSE", 0.70),
            entry("CRYPTO", 0.85),
            entry("US_BANK_NUMBER", 0.70));

    private BalancedThresholds() {}

    static double of(String entity) {
        return THRESHOLDS.getOrDefault(entity, ANY_OTHER);
    }
}
