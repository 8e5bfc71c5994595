package io.vigil.topology;

/** What a service does about streams and buckets that it shares with others. */
public enum ProvisioningMode {

    /** Creates what is missing, updates what may be updated. Needs a user who may do so. */
    MANAGE,

    /** Creates what is missing. What differs from its settings it reports and leaves as it is. */
    CREATE,

    /** Waits until somebody else has created what is missing. What differs it reports and leaves as it is. */
    AWAIT
}
