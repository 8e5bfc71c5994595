package io.vigil.arbiter.answer;

import io.vigil.arbiter.sanitise.Redacted;
import io.vigil.message.DecisionEvent;
import io.vigil.message.PiiReport;
import io.vigil.message.Provenance;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The record of a decision for the event log. Personal data is redacted in it, whatever was decided. */
public final class Events {

    private final InstantSource clock;
    private final TextKeeping keeping;
    private final Provenance maker;

    /**
     * Events with the time of this clock.
     *
     * @param keeping what is recorded of the text as sent
     * @param maker version and name of this process
     */
    public Events(InstantSource clock, TextKeeping keeping, Provenance maker) {
        this.clock = clock;
        this.keeping = keeping;
        this.maker = maker;
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
                keeping.sealed(ruling.tenant(), request.requestId(), request.text()),
                request.text().codePointCount(0, request.text().length()),
                ruling.revision(),
                request.origin(),
                counts(pii),
                keeping.digest(ruling.tenant(), request.text()),
                Reasons.of(ruling),
                new Provenance(ruling.message().detection().versions(), maker.pipeline(), maker.instance()));
    }

    private static Map<String, Integer> counts(PiiReport pii) {
        var counts = new LinkedHashMap<String, Integer>();
        pii.entities().forEach(entity -> counts.merge(entity.type(), 1, Integer::sum));
        return counts;
    }
}
