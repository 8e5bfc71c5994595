package io.vigil.topology;

/** Every subject, in one place. A rename here orphans stored messages: tests pin the values. */
public final class Subjects {

    /** Texts going to a model. */
    public static final String GUARD_INPUT = "vigil.guard.input";

    /** Texts coming from a model. */
    public static final String GUARD_OUTPUT = "vigil.guard.output";

    /** Requests with a detection report. */
    public static final String PII_DETECT = "vigil.pii.detect";

    /** Requests with detection and PII reports. */
    public static final String ARBITER_DECISION = "vigil.arbiter.decision";

    /** Events for the log. */
    public static final String LOGS_EVENT = "vigil.logs.event";

    /** NATS micro service that answers like {@code POST /v1/analyze}. */
    public static final String ANALYZE_SYNC = "vigil.analyze.sync";

    /** NATS micro service that answers like {@code POST /v1/pii/analyze}. Outside of the work queue's families. */
    public static final String PII_ANALYZE = "vigil.service.pii.analyze";

    /** NATS micro service that answers like {@code POST /v1/pii/redact}. */
    public static final String PII_REDACT = "vigil.service.pii.redact";

    /** NATS micro service that answers like {@code POST /v1/pii/restore}. */
    public static final String PII_RESTORE = "vigil.service.pii.restore";

    /** NATS micro service that answers like {@code GET /v1/events}. Outside of the work queue's families. */
    public static final String EVENTS_SEARCH = "vigil.service.events.search";

    /** NATS micro service that answers like {@code GET /v1/events/{id}}. */
    public static final String EVENTS_GET = "vigil.service.events.get";

    /** NATS micro service that answers like {@code GET /v1/stats}. */
    public static final String EVENTS_STATS = "vigil.service.events.stats";

    /** NATS micro service that answers like {@code POST /v1/policy/replay}. */
    public static final String EVENTS_REPLAY = "vigil.service.events.replay";

    /** NATS micro service that answers like {@code POST /v1/events/{id}/feedback}. */
    public static final String EVENTS_FEEDBACK = "vigil.service.events.feedback";

    /** NATS micro service that answers like {@code GET /v1/feedback/summary}. */
    public static final String EVENTS_FEEDBACK_SUMMARY = "vigil.service.events.feedback-summary";

    /** NATS micro service that answers like {@code DELETE /v1/events}. */
    public static final String EVENTS_ERASE = "vigil.service.events.erase";

    /** NATS micro service that answers like {@code GET /v1/patterns}. */
    public static final String PATTERNS_LIST = "vigil.service.patterns.list";

    /** NATS micro service that gives a family of patterns as it comes with the worker. */
    public static final String PATTERNS_SHIPPED = "vigil.service.patterns.shipped";

    /** NATS micro service that says what is wrong with a family of patterns. */
    public static final String PATTERNS_CHECK = "vigil.service.patterns.check";

    /** NATS micro service that answers like {@code POST /v1/patterns/test}. */
    public static final String PATTERNS_TEST = "vigil.service.patterns.test";

    /** Requests whose caller does not wait for the answer. */
    public static final String REQUESTS = "vigil.requests.analyze";

    /** Results that go to the address that a caller named. */
    public static final String CALLBACK = "vigil.callbacks.result";

    /** All public events. */
    public static final String EVENTS_ALL = "vigil.event.>";

    /** All entries of the audit trail. */
    public static final String AUDIT_ALL = "vigil.audit.>";

    /** All dead letters. */
    public static final String DLQ_ALL = "vigil.dlq.>";

    private static final String RESULT = "$KV." + Streams.RESULTS_BUCKET + ".";
    private static final String RESPONSES = "vigil.responses.";
    private static final String DLQ = "vigil.dlq.";
    private static final String EVENT = "vigil.event.";
    private static final String AUDIT = "vigil.audit.";

    private Subjects() {}

    /**
     * Where a gateway waits for one answer. Core NATS, never stored.
     *
     * @param gateway id of the gateway process, without dots
     * @param token identifies the waiting request within the gateway, without dots
     */
    public static String response(String gateway, String token) {
        return RESPONSES + gateway + "." + token;
    }

    /** Matches all answers to one gateway. */
    public static String responsesOf(String gateway) {
        return RESPONSES + gateway + ".*";
    }

    /** Where the result of a request is put: the bucket's subject for {@link #resultKey}. */
    public static String result(String requestId) {
        return RESULT + resultKey(requestId);
    }

    /** Key of a request's result in its bucket. Keys have no colons and no empty tokens; request ids may have both. */
    public static String resultKey(String requestId) {
        return "result." + keyOf(requestId);
    }

    /** Key of what is known about an accepted request, in the same bucket. */
    public static String requestKey(String requestId) {
        return "request." + keyOf(requestId);
    }

    private static String keyOf(String requestId) {
        return requestId.replace('.', '/').replace(':', '=');
    }

    /** Where a message goes that a worker gave up. */
    public static String deadLetter(String worker, String originalSubject) {
        return DLQ + worker + "." + originalSubject;
    }

    /**
     * A public event of a version of its schema.
     *
     * @param name what happened, e.g. {@code decision_made}, without dots
     * @param version 1 or more
     */
    public static String event(String name, int version) {
        return EVENT + name + ".v" + version;
    }

    /** An entry of the audit trail about this action, e.g. {@code policy.changed}. */
    public static String audit(String action) {
        return AUDIT + action;
    }
}
