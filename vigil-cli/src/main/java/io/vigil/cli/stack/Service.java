package io.vigil.cli.stack;

import io.vigil.cli.process.Tier;
import java.util.List;

/** The services of Vigil and what the local stack gives each. */
public enum Service {
    /** The gateway; an open request takes about 60 KB of its heap, and every connection it admits may be one. */
    API("vigil-api", Tier.GATEWAY, 8787, "VIGIL_API_PORT", 320),
    /** Runs the three branches; its model lives outside the Java heap. */
    DETECTION("detection-worker", Tier.WORKER, 9464, "VIGIL_DETECTION_PORT", 256),
    /** Finds personal data. */
    PII("pii-worker", Tier.WORKER, 9465, "VIGIL_PII_PORT", 128),
    /** Decides. */
    ARBITER("arbiter-worker", Tier.WORKER, 9466, "VIGIL_ARBITER_PORT", 96),
    /** Stores events. */
    LOGGING("logging-worker", Tier.WORKER, 9467, "VIGIL_LOGGING_PORT", 128);

    private final String module;
    private final Tier tier;
    private final int usualPort;
    private final String portVariable;
    private final int heapMegabytes;

    Service(String module, Tier tier, int usualPort, String portVariable, int heapMegabytes) {
        this.module = module;
        this.tier = tier;
        this.usualPort = usualPort;
        this.portVariable = portVariable;
        this.heapMegabytes = heapMegabytes;
    }

    /** Name of its module and process. */
    public String module() {
        return module;
    }

    Tier tier() {
        return tier;
    }

    int usualPort() {
        return usualPort;
    }

    String portVariable() {
        return portVariable;
    }

    /**
     * Flags of its virtual machine, in the order to give them. On two cores the serial collector needs the least memory and CPU;
     * both compilers stay on, because these processes run for long.
     *
     * @param additional flags of the user, last and so strongest; blank for none
     */
    public List<String> jvmFlags(String additional) {
        List<String> flags = new java.util.ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        if (!additional.isBlank()) {
            flags.addAll(List.of(additional.strip().split("\\s+")));
        }
        return List.copyOf(flags);
    }
}
