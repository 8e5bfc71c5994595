-- Rows of the first release, where there was one. What is there already is not copied again, so that a copy that was cut off
-- is finished by the next. Whoever wrote to the old table when it was renamed is waited for.

-- when: SELECT count() FROM system.tables WHERE database = '{database}' AND name = '{table}_before'
-- after: SELECT count() = 0 FROM system.processes WHERE query_kind = 'Insert' AND position(query, '{table}') > 0
INSERT INTO {database}.{table}
    (event_id, received_at, occurred_at, tenant, direction, source, mode, decision, threat_score, confidence, branch_a_score, branch_b_score,
     branch_c_score, branch_a_status, branch_b_status, branch_c_status, degraded_branches, categories, boosts_applied, flags, pii_types_detected,
     pii_entities_count, detected_language, text, raw_text, text_length, queued_micros, work_micros, total_micros, policy_revision, explanations, branches_json, inserted_at)
SELECT event_id, occurred_at, occurred_at, tenant, direction, source, mode, decision, threat_score, confidence, branch_a_score, branch_b_score,
     branch_c_score, branch_a_status, branch_b_status, branch_c_status, degraded_branches, categories, boosts_applied, flags, pii_types_detected,
     pii_entities_count, detected_language, text, raw_text, text_length, queued_micros, work_micros, total_micros, policy_revision, explanations, branches_json, inserted_at
FROM {database}.{table}_before FINAL
WHERE sipHash128(event_id) NOT IN (SELECT sipHash128(event_id) FROM {database}.{table})
SETTINGS max_insert_threads = 1, max_partitions_per_insert_block = 0;

-- The same rows: what is old enough to be deleted meanwhile is not asked for.
-- when: SELECT count() FROM system.tables WHERE database = '{database}' AND name = '{table}_before'
-- after: SELECT count() = 0 FROM {database}.{table}_before WHERE occurred_at > now() - INTERVAL {days} DAY + INTERVAL 1 DAY AND sipHash128(event_id) NOT IN (SELECT sipHash128(event_id) FROM {database}.{table})
DROP TABLE {database}.{table}_before SYNC;
