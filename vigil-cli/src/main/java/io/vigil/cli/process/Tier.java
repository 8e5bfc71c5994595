package io.vigil.cli.process;

/** Layers of a stack. They start in this order and stop in the reverse one. */
public enum Tier {
    /** The message bus: everything else waits until it is ready. */
    BUS,
    /** The event store. */
    STORE,
    /** The stages of the pipeline: they drain when they stop. */
    WORKER,
    /** The way in: the first to stop, so that nothing new arrives while the rest drains. */
    GATEWAY
}
