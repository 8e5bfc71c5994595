package io.vigil.worker;

import io.vigil.wire.Envelope;

/** A message with its envelope. */
public record Delivered<I>(I message, Envelope envelope) {}
