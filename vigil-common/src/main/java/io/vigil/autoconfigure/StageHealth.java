package io.vigil.autoconfigure;

import io.vigil.worker.StageWorker;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while every stage of the process reaches its consumer. */
final class StageHealth implements HealthIndicator {

    private final List<StageWorker<?>> workers;

    StageHealth(List<StageWorker<?>> workers) {
        this.workers = List.copyOf(workers);
    }

    @Override
    public Health health() {
        boolean pulling = workers.stream().allMatch(StageWorker::isPulling);
        var health = pulling ? Health.up() : Health.outOfService();
        workers.forEach(worker -> health.withDetail(worker.name(), worker.isPulling() ? "pulling" : "not pulling"));
        return health.build();
    }
}
