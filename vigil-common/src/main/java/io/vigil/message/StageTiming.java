package io.vigil.message;

import static java.util.Objects.requireNonNull;

/**
 * Time one stage took for one message.
 *
 * @param stage name of the stage, e.g. {@code detection}
 * @param queuedMicros time between storing in the stream and start of work, in microseconds
 * @param workMicros time of work, in microseconds
 */
public record StageTiming(String stage, long queuedMicros, long workMicros) {

    public StageTiming {
        requireNonNull(stage, "stage");
        Range.micros(queuedMicros);
        Range.micros(workMicros);
    }
}
