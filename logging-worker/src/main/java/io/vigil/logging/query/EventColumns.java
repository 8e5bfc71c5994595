package io.vigil.logging.query;

import io.vigil.eventlog.EventEntry;

/** Parts of statements that several questions have in common. */
public final class EventColumns {

    /** What {@link EventEntry} is made of. */
    public static final String LISTED = """
            event_id, occurred_at, direction, source, mode, tenant, client, session, decision, threat_score,
            confidence, branch_a_score, branch_b_score, branch_c_score, branch_a_status, branch_b_status, branch_c_status,
            categories, boosts_applied, flags, degraded_branches, pii_types_detected, pii_entities_count, detected_language,
            substringUTF8(text, 1, %d) AS text_excerpt, text_length, total_micros, policy_revision""".formatted(EventEntry.EXCERPT);

    /** What a policy needs to decide again. */
    public static final String REPLAYED = """
            event_id, occurred_at, mode, decision, threat_score, categories, flags, degraded_branches, pii_entities_count,
            branches_json, substringUTF8(text, 1, 200) AS text_excerpt, attack_located, toBool(block_threshold > 0) AS grounded""";

    private EventColumns() {}
}
