package io.vigil.delivery;

/** The one rule that turns an outcome and an attempt into a settlement. Pure. */
public record DispositionRule(RetrySchedule schedule) {

    /**
     * Decides.
     *
     * @param outcome what the stage said
     * @param attempt which delivery this was, from 1
     */
    public Disposition decide(Outcome outcome, long attempt) {
        return switch (outcome) {
            case Outcome.Produced ignored -> new Disposition.Ack();
            case Outcome.Rejected rejected ->
                new Disposition.DeadLetterThenTerm(DeadLetterReason.REJECTED, rejected.failure());
            case Outcome.RetryLater later
            when attempt >= schedule.maxAttempts() ->
                new Disposition.DeadLetterThenTerm(DeadLetterReason.ATTEMPTS_EXHAUSTED, later.failure());
            case Outcome.RetryLater ignored -> new Disposition.NakAfter(schedule.delayAfter(attempt));
        };
    }
}
