package io.vigil.cli.process;

/**
 * A child at one moment.
 *
 * @param name name of the child
 * @param tier its layer
 * @param pid process id of the running or last process
 * @param startedAt start of that process in milliseconds since the epoch; 0 when the system does not tell
 * @param port the port it is known by; 0 for none
 * @param readiness answers 200 while it can work
 * @param restarts how often it was started again after a crash
 */
public record ChildStatus(String name, Tier tier, long pid, long startedAt, int port, String readiness, int restarts) {}
