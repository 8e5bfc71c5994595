package io.vigil.detection.cascade;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Asks all branches about one text. Remote branches wait side by side; embedded ones compute one after the other on a
 * single thread of the pool: with many requests at a time all cores are busy anyway, and one hand-over per request is
 * cheaper than one per branch.
 */
public final class BranchPanel {
    private final List<Engine> engines;
    private final EmbeddedRun embedded;
    private final Consultation consultation;
    private final Cascade cascade;

    /** A panel that asks every branch. */
    public BranchPanel(List<Engine> engines, ComputePool pool, LongSupplier nanos) {
        this(engines, pool, Cascade.NONE, nanos);
    }

    /**
     * A panel.
     *
     * @param engines one for each {@link BranchId}; embedded ones compute in this order, so cheap ones come first
     * @param pool where embedded branches compute; the caller closes it
     * @param cascade when the rest is left out
     * @param nanos elapsed time in nanoseconds from any origin
     */
    public BranchPanel(List<Engine> engines, ComputePool pool, Cascade cascade, LongSupplier nanos) {
        this.engines = List.copyOf(engines);
        this.consultation = new Consultation(nanos);
        this.embedded = new EmbeddedRun(pool, consultation, cascade);
        this.cascade = cascade;
    }

    /**
     * Asks the branches, each within its time limit, until the decision is foregone.
     *
     * @throws InterruptedException when the service stops; branches still running are interrupted
     */
    public DetectionReport examine(GuardRequest request) throws InterruptedException {
        var reports = new EnumMap<BranchId, BranchReport>(BranchId.class);
        var computing = new ArrayList<Engine.Embedded>(engines.size());
        try (var remote = new RemoteRun(consultation, request)) {
            for (var engine : engines) {
                switch (engine) {
                    case Engine.Fixed fixed -> reports.put(engine.id(), fixedIn(request.mode(), fixed.report()));
                    case Engine ignored
                    when leavesOut(request.mode(), engine.id()) ->
                        reports.put(engine.id(), new BranchReport.Skipped(engine.id(), "mode_fast"));
                    case Engine.Remote far -> remote.ask(far.branch());
                    case Engine.Embedded near -> computing.add(near);
                }
            }
            embedded.run(computing, request, reports);
            if (cascade.isDecided(reports.values(), request.mode())) {
                remote.leave(reports);
            } else {
                remote.collect(reports);
            }
        }
        return new DetectionReport(List.copyOf(reports.values()), versions());
    }

    private Map<String, String> versions() {
        var versions = new HashMap<String, String>();
        for (var engine : engines) {
            String version = engine.version();
            if (!version.isEmpty()) {
                versions.put(engine.id().wireName(), version);
            }
        }
        return versions;
    }

    private static BranchReport fixedIn(Mode mode, BranchReport report) {
        return report instanceof BranchReport.Degraded && leavesOut(mode, report.branch())
                ? new BranchReport.Skipped(report.branch(), "mode_fast")
                : report;
    }

    private static boolean leavesOut(Mode mode, BranchId id) {
        return mode == Mode.FAST && id == BranchId.CLASSIFIER;
    }
}
