package io.vigil.topology;

/** Names of streams and key-value buckets. */
public final class Streams {

    /** The work queue. */
    public static final String VIGIL = "VIGIL";

    /** Dead letters. */
    public static final String DLQ = "VIGIL_DLQ";

    /** Requests that wait without a caller: so many of them never fill the work queue. */
    public static final String REQUESTS = "VIGIL_REQUESTS";

    /** Results on their way to the addresses that callers named. */
    public static final String CALLBACKS = "VIGIL_CALLBACKS";

    /** Public events, for other systems. */
    public static final String EVENTS = "VIGIL_EVENTS";

    /** Who changed what. */
    public static final String AUDIT = "VIGIL_AUDIT";

    /** The server's advisories about messages that no worker finished. */
    public static final String ADVISORIES = "VIGIL_ADVISORIES";

    /** Key-value bucket: the policy. */
    public static final String CONFIG_BUCKET = "vigil-config";

    /** Key-value bucket: values behind reversible tokens, encrypted, for a limited time. */
    public static final String PII_VAULT_BUCKET = "vigil-pii-vault";

    /** Key-value bucket: API keys, as keyed hashes. */
    public static final String KEYS_BUCKET = "vigil-keys";

    /** Key-value bucket: results of requests whose caller does not wait. */
    public static final String RESULTS_BUCKET = "vigil-results";

    /** Key-value bucket: families of patterns that replace or extend those that are shipped. */
    public static final String PATTERNS_BUCKET = "vigil-patterns";

    /** Key-value bucket: bootstrap tokens of the browser extension, as hashes. */
    public static final String EXTENSION_BUCKET = "vigil-extension";

    private Streams() {}
}
