package io.vigil.flow;

import java.util.Map;

/** The services of the suite, as the whole-flow tests start them. */
enum Service {
    DETECTION("io.vigil.detection.DetectionApplication", "384m"),
    PII("io.vigil.pii.PiiApplication", "128m"),
    ARBITER("io.vigil.arbiter.ArbiterApplication", "128m"),
    LOGGING("io.vigil.logging.LoggingApplication", "128m"),
    API("io.vigil.api.ApiApplication", "192m");

    private final String mainClass;
    private final String heap;

    Service(String mainClass, String heap) {
        this.mainClass = mainClass;
        this.heap = heap;
    }

    String mainClass() {
        return mainClass;
    }

    String heap() {
        return heap;
    }

    /** The user that it is on a server with accounts. */
    Accounts account() {
        return switch (this) {
            case DETECTION -> Accounts.DETECTION_WORKER;
            case PII -> Accounts.PII_WORKER;
            case ARBITER -> Accounts.ARBITER_WORKER;
            case LOGGING -> Accounts.LOGGING_WORKER;
            case API -> Accounts.VIGIL_API;
        };
    }

    /** Settings that make a service quick to test; the behaviour stays the shipped one. */
    Map<String, String> settings() {
        return switch (this) {
            case LOGGING -> Map.of("FLUSH_INTERVAL_MS", "500");
            case API ->
                Map.of(
                        "SERVER_ADDRESS", "127.0.0.1",
                        "VIGIL_ANONYMOUS", "true",
                        "VIGIL_KEYS_PEPPER", "pepper-of-the-tests-and-of-nobody-else");
            default -> Map.of();
        };
    }
}
