package io.vigil.cli.bench;

import io.vigil.cli.process.ChildStatus;
import io.vigil.cli.usage.ProcFs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CPU time of the processes of a stack and of this one between two moments. */
final class CpuClock {

    private static final String DRIVER = "load driver";

    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final Map<String, Duration> before;

    /** Starts now. */
    CpuClock(List<ChildStatus> children) {
        children.forEach(child -> pids.put(child.name(), child.pid()));
        pids.put(DRIVER, ProcessHandle.current().pid());
        before = read();
    }

    /** What was used since. */
    List<ProcessUsage> stop() {
        Map<String, Duration> after = read();
        List<ProcessUsage> usages = new ArrayList<>();
        before.forEach((name, start) -> {
            Duration end = after.get(name);
            if (end != null) {
                long resident =
                        ProcFs.residentBytes(pids.getOrDefault(name, 0L)).orElse(0L);
                usages.add(new ProcessUsage(name, end.minus(start).toMillis() / 1e3, resident >> 20));
            }
        });
        return usages;
    }

    private Map<String, Duration> read() {
        Map<String, Duration> times = new LinkedHashMap<>();
        pids.forEach((name, pid) -> ProcFs.cpuTime(pid).ifPresent(time -> times.put(name, time)));
        return times;
    }
}
