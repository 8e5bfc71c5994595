package io.vigil.logging.replay;

import io.vigil.eventlog.ReplayAnswer;
import io.vigil.eventlog.ReplayRequest;
import io.vigil.liveconfig.ConfigReader;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.logging.query.BoundedQueries;
import io.vigil.logging.query.Conditions;
import io.vigil.logging.query.EventColumns;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.logging.query.TimeRange;
import io.vigil.message.ServiceFault.Code;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.wire.Json;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decides stored events again under a candidate policy. Thread-safe. */
public final class Replay {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final BoundedQueries queries;
    private final LiveConfig<ArbiterPolicy> inForce;
    private final InstantSource clock;
    private final ConfigReader<ArbiterPolicy> reader = new ConfigReader<>(ArbiterPolicy.class);

    /** @param inForce what a candidate leaves out */
    public Replay(BoundedQueries queries, LiveConfig<ArbiterPolicy> inForce, InstantSource clock) {
        this.queries = queries;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * What the candidate would have changed.
     *
     * @param caller tenant of whoever asks; empty for everybody's events
     * @throws QuestionFailedException the candidate is no policy, or the log cannot be read
     */
    public ReplayAnswer of(String caller, ReplayRequest request) {
        var policy = candidate(request.policy());
        TimeRange time = TimeRange.of(request.from(), request.to(), clock.instant(), USUAL, LONGEST);
        var conditions = Conditions.of(time, caller, request.tenant()).always("decision != 'EXPIRED'");
        String sql = "SELECT " + EventColumns.REPLAYED + " FROM " + queries.events() + " WHERE " + conditions.sql()
                + " ORDER BY occurred_at DESC, event_id DESC LIMIT " + (request.most() + 1);
        var tally = new Tally(policy, request.most());
        queries.each(sql, conditions.parameters(), PastEvent.class, tally::add);
        return tally.answer(time);
    }

    private ArbiterPolicy candidate(JsonNode parts) {
        JsonMapper mapper = Json.mapper();
        JsonNode whole = mapper.valueToTree(inForce.current().value());
        JsonNode merged = mapper.readerForUpdating(whole).readValue(parts);
        return switch (reader.read(mapper.writeValueAsBytes(merged))) {
            case ConfigReader.Result.Good<ArbiterPolicy>(ArbiterPolicy policy) -> policy;
            case ConfigReader.Result.Bad<ArbiterPolicy>(String why) ->
                throw new QuestionFailedException(Code.INVALID_REQUEST, "policy", "policy: " + why);
        };
    }
}
