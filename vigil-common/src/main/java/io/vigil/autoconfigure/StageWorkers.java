package io.vigil.autoconfigure;

import io.vigil.worker.StageWorker;
import java.util.List;

/** The workers of a process. */
record StageWorkers(List<StageWorker<?>> all) {

    StageWorkers {
        all = List.copyOf(all);
    }
}
