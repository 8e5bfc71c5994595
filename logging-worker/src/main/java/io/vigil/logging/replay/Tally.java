package io.vigil.logging.replay;

import io.vigil.eventlog.ReplayAnswer;
import io.vigil.eventlog.ReplayAnswer.Change;
import io.vigil.eventlog.ReplayAnswer.Example;
import io.vigil.logging.query.TimeRange;
import io.vigil.policy.ArbiterPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a policy would have changed. Not thread-safe. */
final class Tally {

    private static final int EXAMPLES = 5;

    private final ArbiterPolicy policy;
    private final long most;
    private final Map<String, Map<String, Long>> table = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long events;
    private long unreadable;
    private boolean complete = true;

    /** @param most events to count; what comes after them only tells that there are more */
    Tally(ArbiterPolicy policy, long most) {
        this.policy = policy;
        this.most = most;
    }

    void add(PastEvent event) {
        if (events + unreadable == most) {
            complete = false;
            return;
        }
        event.under(policy).ifPresentOrElse(again -> count(event, again), () -> unreadable++);
    }

    private void count(PastEvent event, PastEvent.Again again) {
        events++;
        String to = again.decisions().size() == 1 ? again.decisions().iterator().next() : ReplayAnswer.UNDETERMINED;
        long before =
                table.computeIfAbsent(event.decision(), from -> new TreeMap<>()).merge(to, 1L, Long::sum);
        if (!to.equals(event.decision()) && before <= EXAMPLES) {
            examples.add(new Example(
                    event.eventId(),
                    event.occurredAt(),
                    event.decision(),
                    to,
                    event.threatScore(),
                    again.score(),
                    event.categories(),
                    event.textExcerpt()));
        }
    }

    ReplayAnswer answer(TimeRange time) {
        var changes = table.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new Change(from.getKey(), to.getKey(), to.getValue())))
                .sorted(Comparator.comparingLong(Change::count).reversed())
                .toList();
        long unchanged = sum(changes.stream()
                .filter(change -> change.from().equals(change.to()))
                .toList());
        long undetermined = sum(changes.stream()
                .filter(change -> change.to().equals(ReplayAnswer.UNDETERMINED))
                .toList());
        return new ReplayAnswer(
                time.from(),
                time.to(),
                events,
                complete,
                unchanged,
                events - unchanged - undetermined,
                undetermined,
                unreadable,
                changes,
                examples);
    }

    private static long sum(List<Change> changes) {
        return changes.stream().mapToLong(Change::count).sum();
    }
}
