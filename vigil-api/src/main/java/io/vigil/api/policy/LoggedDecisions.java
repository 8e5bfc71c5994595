package io.vigil.api.policy;

import io.vigil.api.ask.ServiceAsker;
import io.vigil.api.ask.ServiceReply;
import io.vigil.api.ask.ServiceSender;
import io.vigil.topology.Subjects;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The decisions that the event log keeps, decided again. Thread-safe; blocks. */
public final class LoggedDecisions implements PolicyReplay {

    /** Excerpts of texts: for those alone who may read the event log. */
    private static final String EXCERPTS = "examples";

    private final ServiceAsker log;

    public LoggedDecisions(ServiceAsker log) {
        this.log = log;
    }

    @Override
    public Outcome of(JsonNode policy, int last, ServiceSender sender) throws InterruptedException {
        var question = Map.of("policy", policy, "limit", last);
        return switch (log.ask(Subjects.EVENTS_REPLAY, sender, question, ObjectNode.class)) {
            case ServiceReply.Answered<ObjectNode>(ObjectNode answer) ->
                new Outcome(true, null, answer.without(List.of(EXCERPTS)));
            case ServiceReply.Faulty<ObjectNode>(var fault) -> Outcome.none(fault.detail());
            case ServiceReply.Busy<ObjectNode>() -> Outcome.none("too many requests are open");
            case ServiceReply.Unavailable<ObjectNode>() -> Outcome.none("nobody answers for the event log");
            case ServiceReply.TimedOut<ObjectNode>() -> Outcome.none("the event log did not answer in time");
            case ServiceReply.Unreadable<ObjectNode>() -> Outcome.none("the event log's answer could not be read");
        };
    }
}
