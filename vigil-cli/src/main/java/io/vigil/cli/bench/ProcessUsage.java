package io.vigil.cli.bench;

/**
 * What a process used during a measurement.
 *
 * @param name its name
 * @param cpuSeconds CPU time of all its threads
 * @param residentMegabytes resident memory at the end
 */
record ProcessUsage(String name, double cpuSeconds, long residentMegabytes) {}
