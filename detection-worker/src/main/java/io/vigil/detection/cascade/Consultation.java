package io.vigil.detection.cascade;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question to one branch. Whatever the branch throws becomes a degraded report. */
final class Consultation {
    private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);

    private final LongSupplier nanos;

    Consultation(LongSupplier nanos) {
        this.nanos = nanos;
    }

    long start() {
        return nanos.getAsLong();
    }

    BranchReport ask(Branch branch, GuardRequest request) {
        long started = start();
        try {
            return branch.analyze(request);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // The message of the error may quote the text, so it stays out of the log.
            LOG.warn(
                    "branch {} failed: {}", branch.id().wireName(), e.getClass().getName());
            return degraded(branch.id(), "failed", started);
        }
    }

    BranchReport degraded(BranchId id, String reason, long started) {
        return new BranchReport.Degraded(id, reason, TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started));
    }
}
