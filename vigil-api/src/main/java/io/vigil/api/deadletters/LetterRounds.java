package io.vigil.api.deadletters;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.vigil.api.access.Caller;
import io.vigil.deadletter.DeadLetter;
import io.vigil.deadletter.DeadLetterQueue;
import io.vigil.deadletter.LetterFilter;
import io.vigil.deadletter.LetterSearch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends dead letters back and throws them away; each one is written to the audit trail. Thread-safe; blocks. */
public final class LetterRounds {

    private static final int MOST_PURGED = 10_000;
    private static final int PIECE = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DeadLetterQueue queue;
    private final LetterSearch search;
    private final LetterDesk desk;
    private final LetterAudit audit;

    public LetterRounds(DeadLetterQueue queue, LetterSearch search, LetterDesk desk, LetterAudit audit) {
        this.queue = queue;
        this.search = search;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * Sends one letter back.
     *
     * @param force also where it is parked
     * @throws IOException the stream did not take it, or the audit trail could not be written
     */
    public Redrive redrive(Caller caller, long sequence, boolean force) throws IOException {
        Optional<DeadLetter> letter = desk.find(caller, sequence);
        if (letter.isEmpty()) {
            return new Redrive.NotThere();
        }
        if (desk.parked(letter.get()) && !force) {
            return new Redrive.Parked(letter.get().redrives());
        }
        return sentBack(caller, letter.get());
    }

    /** Sends back what the filter means, oldest first, no faster than asked; blocks until that is done. */
    public Redrive.Bulk redrive(Caller caller, BulkRedrive wish) throws IOException, InterruptedException {
        Optional<LetterFilter> visible = LetterDesk.visible(caller, wish.wanted());
        if (visible.isEmpty()) {
            return new Redrive.Bulk(List.of(), 0, null, false);
        }
        var round = new Round(caller, wish);
        long after = 0;
        boolean more = true;
        while (more && round.goesOn()) {
            List<DeadLetter> next = search.find(visible.get(), after, PIECE);
            for (DeadLetter letter : next) {
                after = letter.sequence();
                round.take(letter);
            }
            more = next.size() == PIECE;
        }
        return round.result();
    }

    /** Throws away what the filter means, oldest first, up to a number at a time. */
    public Purged purge(Caller caller, LetterFilter filter) throws IOException {
        Optional<LetterFilter> visible = LetterDesk.visible(caller, filter);
        if (visible.isEmpty()) {
            return new Purged(0, false);
        }
        List<DeadLetter> old = search.find(visible.get(), 0, MOST_PURGED + 1);
        long purged = 0;
        for (DeadLetter letter : old.subList(0, Math.min(old.size(), MOST_PURGED))) {
            purged += queue.remove(letter.sequence()) ? 1 : 0;
        }
        if (purged > 0) {
            audit.purged(caller, visible.get(), purged);
        }
        return new Purged(purged, old.size() > MOST_PURGED);
    }

    private Redrive.Done sentBack(Caller caller, DeadLetter letter) throws IOException {
        var redriven = queue.redrive(letter);
        audit.redriven(caller, letter, redriven);
        return new Redrive.Done(letter.sequence(), redriven.subject(), redriven.sequence(), redriven.duplicate());
    }

    /** One pass over many letters. */
    private final class Round {

        private final Caller caller;
        private final BulkRedrive wish;
        private final BlockingBucket pace;
        private final List<Redrive.Done> done = new ArrayList<>();
        private int parked;
        private boolean left;
        private @Nullable String stopped;

        Round(Caller caller, BulkRedrive wish) {
            this.caller = caller;
            this.wish = wish;
            this.pace = pace(wish.rate());
        }

        boolean goesOn() {
            return stopped == null && !left;
        }

        void take(DeadLetter letter) throws InterruptedException {
            if (desk.parked(letter) && !wish.forced()) {
                parked++;
            } else if (!goesOn() || done.size() == wish.most()) {
                left = true;
            } else if (!pace.tryConsume(1, LONGEST_WAIT)) {
                stopped = "the gateway was too busy to keep the pace";
            } else {
                send(letter.sequence());
            }
        }

        private void send(long sequence) {
            try {
                var whole = queue.find(sequence);
                if (whole.isPresent()) {
                    done.add(sentBack(caller, whole.get()));
                }
            } catch (IOException e) {
                stopped = String.valueOf(e.getMessage());
            }
        }

        Redrive.Bulk result() {
            return new Redrive.Bulk(done, parked, stopped, left || stopped != null);
        }

        private static BlockingBucket pace(int perSecond) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(1).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build()
                    .asBlocking();
        }
    }
}
