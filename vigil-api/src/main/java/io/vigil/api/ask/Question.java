package io.vigil.api.ask;

import io.vigil.message.Direction;
import io.vigil.message.Submission;
import java.util.Map;

/**
 * What the pipeline is asked.
 *
 * @param requestId unique for ever: the log keeps one row per id
 * @param submission the text and how to check it
 * @param direction which side of the conversation the text comes from
 * @param tenant whose request it is; empty without tenants
 * @param trace W3C trace context headers to pass on, possibly empty
 */
public record Question(
        String requestId, Submission submission, Direction direction, String tenant, Map<String, String> trace) {

    public Question {
        trace = Map.copyOf(trace);
    }
}
