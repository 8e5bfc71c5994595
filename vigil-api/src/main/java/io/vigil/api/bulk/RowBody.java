package io.vigil.api.bulk;

import io.vigil.api.check.AnswerBody;
import io.vigil.api.check.ProblemBody;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one row, in snake_case; what is null is left out.
 *
 * @param index which row it answers, from 0; -1 where the request as a whole could not be read on
 * @param id the row's own, where it has one
 * @param status what the HTTP status of the row as a request of its own would be
 * @param result the answer; left out where the row was not checked
 * @param problem why it was not checked
 */
public record RowBody(
        int index,
        @Nullable String id,
        int status,
        @Nullable AnswerBody result,
        @Nullable ProblemBody problem) {}
