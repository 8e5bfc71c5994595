package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Tells what a failed request to ClickHouse means. */
public final class Failures {

    /**
     * Error codes by which ClickHouse says that the rows themselves are at fault, from its {@code ErrorCodes.cpp}. Any
     * other error, e.g. no memory, no table, no permission, may pass or be repaired, and the batch waits for that.
     */
    private static final Set<Integer> CONTENT = Set.of(
            6, // CANNOT_PARSE_TEXT
            25, // CANNOT_PARSE_ESCAPE_SEQUENCE
            26, // CANNOT_PARSE_QUOTED_STRING
            27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            38, // CANNOT_PARSE_DATE
            41, // CANNOT_PARSE_DATETIME
            53, // TYPE_MISMATCH
            69, // ARGUMENT_OUT_OF_BOUND
            70, // CANNOT_CONVERT_TYPE
            72, // CANNOT_PARSE_NUMBER
            117, // INCORRECT_DATA
            130, // CANNOT_READ_ARRAY_FROM_TEXT
            131, // TOO_LARGE_STRING_SIZE
            321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
            349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
            407, // DECIMAL_OVERFLOW
            469); // VIOLATED_CONSTRAINT

    private static final Set<Integer> MISSING = Set.of(
            60, // UNKNOWN_TABLE
            81); // UNKNOWN_DATABASE

    private Failures() {}

    /** Whether ClickHouse itself answered that there is no such table or database. */
    static boolean missesATable(Throwable error) {
        return answered(error, MISSING);
    }

    /** Whether ClickHouse itself answered that it will never take these rows; a lost connection says no such thing. */
    static boolean refusesContent(Throwable error) {
        return answered(error, CONTENT);
    }

    private static boolean answered(Throwable error, Set<Integer> codes) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException answer) {
                return codes.contains(answer.getCode());
            }
        }
        return false;
    }

    /** A fixed code for logs: the server's error number, a step of the schema, or the class of the error. Never its text, which may quote rows. */
    public static String code(Throwable error) {
        Throwable last = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException answer) {
                return "ClickHouse error " + answer.getCode();
            }
            if (cause instanceof SchemaNotReadyException wait) {
                return String.valueOf(wait.getMessage());
            }
            last = cause;
        }
        return last.getClass().getSimpleName();
    }

    public static RuntimeException unwrapped(ExecutionException error) {
        return error.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(error.getCause());
    }
}
