package io.vigil.api.bulk;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.lines.LineReader;
import io.vigil.api.lines.LineTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The rows of one request, as they arrive. They are read as fast as they come, whatever becomes of the answers: a caller
 * who reads nothing before everything is sent would wait for ever otherwise. Bounded by the size of the body.
 */
final class Rows {

    private final BulkLimits limits;
    private final BlockingQueue<Row> arrived = new LinkedBlockingQueue<>();

    Rows(BulkLimits limits) {
        this.limits = limits;
    }

    /** What a line of the body turned out to be. */
    sealed interface Row {

        /** A row to check. */
        @SuppressWarnings("ArrayRecordComponent")
        record Text(byte[] json) implements Row {}

        /** No more rows are read. */
        record Broken(Problem problem) implements Row {}

        /** There are no more rows. */
        record End() implements Row {}
    }

    /** The next row; waits for it. */
    Row next() throws InterruptedException {
        return arrived.take();
    }

    /** Reads to the end or to the first thing that cannot be read. Never throws for what a caller does. */
    void read(InputStream body) {
        try {
            arrived.add(rows(new LineReader(body, limits.maxRow())));
        } catch (LineTooLongException e) {
            arrived.add(broken(ProblemKind.BODY_TOO_LARGE, "A row must have at most " + limits.maxRow() + " bytes."));
        } catch (IOException e) {
            arrived.add(broken(ProblemKind.BAD_REQUEST, "The body could not be read to its end."));
        }
    }

    private Row rows(LineReader lines) throws IOException {
        int rows = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.total() > limits.maxBody()) {
                return broken(ProblemKind.BODY_TOO_LARGE, "The body must have at most " + limits.maxBody() + " bytes.");
            }
            if (LineReader.isBlank(line)) {
                continue;
            }
            rows++;
            if (rows > BulkLimits.MAX_ROWS) {
                return tooMany();
            }
            arrived.add(new Row.Text(line));
        }
        return new Row.End();
    }

    private static Row tooMany() {
        return new Row.Broken(new Problem(
                ProblemKind.INVALID_REQUEST,
                "The rows up to the limit are answered; this one and those after it are not.",
                List.of(new FieldFault("", "must have at most " + BulkLimits.MAX_ROWS + " rows"))));
    }

    private static Row broken(ProblemKind kind, String detail) {
        return new Row.Broken(Problem.of(kind, detail));
    }
}
