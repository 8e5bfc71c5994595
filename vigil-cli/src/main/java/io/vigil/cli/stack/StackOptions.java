package io.vigil.cli.stack;

import java.nio.file.Path;

/**
 * What distinguishes one stack from another.
 *
 * @param mode number of NATS servers
 * @param data where its servers keep their data
 * @param noop whether the stages do nothing, so that only the transport is measured
 */
public record StackOptions(StackMode mode, Path data, boolean noop) {}
