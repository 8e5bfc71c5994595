package io.vigil.api.deadletters;

import io.vigil.api.access.Caller;
import io.vigil.deadletter.DeadLetter;
import io.vigil.deadletter.DeadLetterQueue;
import io.vigil.deadletter.LetterFilter;
import io.vigil.deadletter.LetterSearch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Dead letters as their owners see them: a caller with a tenant sees that tenant's alone. Thread-safe; blocks. */
public final class LetterDesk {

    private final DeadLetterQueue queue;
    private final LetterSearch search;
    private final int parkAfter;

    /**
     * A desk.
     *
     * @param parkAfter letters sent back this often stay where they are unless forced, 1 or more
     */
    public LetterDesk(DeadLetterQueue queue, LetterSearch search, int parkAfter) {
        this.queue = queue;
        this.search = search;
        this.parkAfter = parkAfter;
    }

    /**
     * A page of letters.
     *
     * @param after only those at later places; 0 for the beginning, which brings the counts too
     * @param limit most in the page, 1 or more
     */
    public LetterPage page(Caller caller, LetterFilter filter, long after, int limit) throws IOException {
        Optional<LetterFilter> mayBeSeen = visible(caller, filter);
        if (mayBeSeen.isEmpty()) {
            return LetterPage.EMPTY;
        }
        LetterFilter visible = mayBeSeen.get();
        List<DeadLetter> letters = search.find(visible, after, limit + 1);
        boolean more = letters.size() > limit;
        List<DeadLetter> page = more ? letters.subList(0, limit) : letters;
        return new LetterPage(
                page.stream()
                        .map(letter -> LetterView.of(letter, parked(letter)))
                        .toList(),
                more ? page.getLast().sequence() : null,
                after > 0 ? null : search.count(visible));
    }

    /** One letter from near, unless it is not there or not the caller's. */
    public Optional<LetterDetails> show(Caller caller, long sequence) throws IOException {
        return find(caller, sequence).map(letter -> LetterDetails.of(letter, parked(letter)));
    }

    Optional<DeadLetter> find(Caller caller, long sequence) throws IOException {
        return sequence < 1 ? Optional.empty() : queue.find(sequence).filter(letter -> caller.sees(letter.tenant()));
    }

    boolean parked(DeadLetter letter) {
        return letter.redrives() >= parkAfter;
    }

    /** What a caller may see of what is meant; empty where all of it is another tenant's. */
    static Optional<LetterFilter> visible(Caller caller, LetterFilter filter) {
        if (caller.tenant().isEmpty()) {
            return Optional.of(filter);
        }
        boolean others = filter.tenant() != null && !caller.sees(filter.tenant());
        return others ? Optional.empty() : Optional.of(filter.of(caller.tenant()));
    }
}
