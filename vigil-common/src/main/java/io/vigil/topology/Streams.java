package io.vigil.topology;

/** Names of streams and key-value buckets. */
public final class Streams {

    /** The work queue. */
    public static final String VIGIL = "VIGIL";

    /** Dead letters. */
    public static final String DLQ = "VIGIL_DLQ";

    /** The server's advisories about messages that no worker finished. */
    public static final String ADVISORIES = "VIGIL_ADVISORIES";

    /** Key-value bucket: the policy. */
    public static final String CONFIG_BUCKET = "vigil-config";

    /** Key-value bucket: values behind reversible tokens, encrypted, for a limited time. */
    public static final String PII_VAULT_BUCKET = "vigil-pii-vault";

    private Streams() {}
}
