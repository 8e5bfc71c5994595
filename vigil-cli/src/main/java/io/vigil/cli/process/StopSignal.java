package io.vigil.cli.process;

/** How a child is asked to end. */
public enum StopSignal {
    /** SIGTERM. */
    TERMINATE,
    /** Its standard input is closed: for a child that must not outlive its parent. */
    END_OF_INPUT
}
