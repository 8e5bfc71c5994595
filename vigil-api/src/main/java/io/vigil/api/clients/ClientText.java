package io.vigil.api.clients;

import io.vigil.message.Direction;
import io.vigil.message.Mode;
import io.vigil.message.Source;
import io.vigil.message.Submission;

/**
 * A text to check that passed every check of its form.
 *
 * @param text 1 to {@link Submission#MAX_TEXT} code points, not blank, no lone surrogates
 * @param source who wrote it
 * @param direction which side of the conversation it comes from
 * @param sender who it is sent for
 */
record ClientText(String text, Source source, Direction direction, Mode mode, Sender sender) {

    /** On the route of inputs and outputs the path tells the direction, elsewhere the source does. */
    static ClientText of(String text, Source source, Mode mode, Route route, Sender sender) {
        boolean output = switch (route) {
            case INPUT -> false;
            case OUTPUT -> true;
            case ANALYZE, ITEM -> source == Source.MODEL_OUTPUT;
        };
        return new ClientText(text, source, output ? Direction.OUTPUT : Direction.INPUT, mode, sender);
    }

    /** Branch reports are part of every answer in this dialect, so the decision process is always asked for. */
    Submission toSubmission(String requestId) {
        return new Submission(requestId, text, mode, true, source, sender.client(), sender.session());
    }
}
