package io.vigil.arbiter.answer;

import io.vigil.arbiter.sanitise.Redacted;
import io.vigil.message.DecisionEvent;
import java.time.InstantSource;

/** The record of a decision for the event log. Personal data is redacted in it, whatever was decided. */
public final class Events {

    private final InstantSource clock;
    private final boolean storeRawText;

    /**
     * Events with the time of this clock.
     *
     * @param storeRawText whether the text as sent is recorded beside the redacted one
     */
    public Events(InstantSource clock, boolean storeRawText) {
        this.clock = clock;
        this.storeRawText = storeRawText;
    }

    /** The event of a decision. */
    public DecisionEvent of(Ruling ruling) {
        var request = ruling.message().request();
        var pii = ruling.message().pii();
        var verdict = ruling.verdict();
        Summary summary = Summary.of(ruling);
        return new DecisionEvent(
                request.requestId(),
                clock.instant(),
                verdict.decision().name(),
                request.direction(),
                request.source(),
                request.mode(),
                ruling.tenant(),
                verdict.threat().score(),
                Decimals.three(verdict.threat().fusion().confidence()),
                summary.categories(),
                summary.boosts(),
                summary.flags(),
                summary.degraded(),
                ruling.message().detection().branches().stream()
                        .map(Findings::none)
                        .toList(),
                pii.types(),
                pii.entities().size(),
                pii.language(),
                Explanations.of(ruling),
                ruling.timings(),
                Redacted.text(request.text(), pii.entities()),
                storeRawText ? request.text() : null,
                request.text().codePointCount(0, request.text().length()),
                ruling.revision());
    }
}
