package io.vigil.cli.stack;

import java.util.Locale;

/** How many NATS servers a stack has, and so how many copies of each message. */
public enum StackMode {
    /** One server, one copy. */
    SINGLE(1),
    /** Three servers, three copies. */
    CLUSTER(3);

    private final int servers;

    StackMode(int servers) {
        this.servers = servers;
    }

    /** Number of servers, which is also the number of replicas. */
    public int servers() {
        return servers;
    }

    /** Lower-case name, used for folders and in the state file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this label; {@link #SINGLE} for any other. */
    public static StackMode of(String label) {
        return CLUSTER.label().equals(label) ? CLUSTER : SINGLE;
    }
}
