package io.vigil.detection.remote;

import io.vigil.message.BranchReport;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of one service into a report. */
@FunctionalInterface
interface AnswerReader {
    /**
     * Reads a successful answer.
     *
     * @param micros time the call took
     * @throws BadAnswerException when the answer breaks the contract
     */
    BranchReport read(JsonNode answer, long micros) throws BadAnswerException;
}
