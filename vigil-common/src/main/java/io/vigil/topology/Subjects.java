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

    /** Requests whose caller does not wait for the answer. */
    public static final String REQUESTS = "vigil.requests.analyze";

    /** All public events. */
    public static final String EVENTS_ALL = "vigil.event.>";

    /** All entries of the audit trail. */
    public static final String AUDIT_ALL = "vigil.audit.>";

    /** All dead letters. */
    public static final String DLQ_ALL = "vigil.dlq.>";

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
