package io.vigil.wire;

import java.time.Instant;

/**
 * Where and when the server stored a delivered message.
 *
 * @param stream name of the stream
 * @param sequence place in the stream
 * @param storedAt when the server stored it
 * @param attempt which delivery this is, from 1
 */
public record Arrival(String stream, long sequence, Instant storedAt, long attempt) {}
