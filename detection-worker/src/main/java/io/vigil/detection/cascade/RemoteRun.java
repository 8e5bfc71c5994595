package io.vigil.detection.cascade;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The remote branches of one request, each waiting on a virtual thread of its own. Closing it gives up the rest. */
final class RemoteRun implements AutoCloseable {
    private final Consultation consultation;
    private final GuardRequest request;
    private final List<Asked> questions = new ArrayList<>();

    private record Asked(BranchId id, FutureTask<BranchReport> answer) {}

    RemoteRun(Consultation consultation, GuardRequest request) {
        this.consultation = consultation;
        this.request = request;
    }

    void ask(Branch branch) {
        var question = new FutureTask<>(() -> consultation.ask(branch, request));
        questions.add(new Asked(branch.id(), question));
        Thread.ofVirtual().name("detection-" + branch.id().wireName()).start(question);
    }

    void collect(Map<BranchId, BranchReport> reports) throws InterruptedException {
        for (var question : questions) {
            try {
                var report = question.answer().get();
                reports.put(report.branch(), report);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a remote branch ended its thread", e.getCause());
            }
        }
    }

    /** Waits for none of them; what they would have said changes nothing. */
    void leave(Map<BranchId, BranchReport> reports) {
        for (var question : questions) {
            reports.put(question.id(), new BranchReport.Skipped(question.id(), BranchReport.Skipped.DECIDED));
        }
    }

    @Override
    public void close() {
        questions.forEach(question -> question.answer().cancel(true));
    }
}
