CREATE TABLE IF NOT EXISTS event_schema.vigil_events
(
    event_id            String COMMENT 'Request id; one request, one event',
    occurred_at         DateTime64(3, 'UTC') COMMENT 'When the outcome was reached',
    direction           LowCardinality(String) COMMENT 'input or output; empty where the request expired before it could be read',
    source              LowCardinality(String),
    mode                LowCardinality(String) COMMENT 'fast or full; empty where the request expired before it could be read',
    tenant              LowCardinality(String) COMMENT 'Whose request it was; empty without tenants',
    decision            LowCardinality(String) COMMENT 'ALLOW, SANITIZE, BLOCK, or EXPIRED where nobody waited any more',
    threat_score        UInt8 COMMENT '0 (harmless) to 100 (attack)',
    confidence          Float32 COMMENT '0 to 1',
    branch_a_score      Nullable(UInt8) COMMENT 'Heuristics, 0 to 100; null where the branch did not run',
    branch_b_score      Nullable(UInt8) COMMENT 'Semantic similarity, 0 to 100; null where the branch did not run',
    branch_c_score      Nullable(UInt8) COMMENT 'Classifier, 0 to 100; null where the branch did not run',
    branch_a_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    branch_b_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    branch_c_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    categories          Array(LowCardinality(String)) COMMENT 'Families of attack found, strongest first',
    boosts_applied      Array(LowCardinality(String)) COMMENT 'Rules that lifted the fused score',
    flags               Array(LowCardinality(String)) COMMENT 'Fixed codes about the decision',
    degraded_branches   Array(LowCardinality(String)) COMMENT 'Branches and engines that should have run and could not',
    pii_types_detected  Array(LowCardinality(String)) COMMENT 'Distinct types of personal data found',
    pii_entities_count  UInt32 COMMENT 'Pieces of personal data found',
    detected_language   LowCardinality(String) COMMENT 'ISO 639-1 code, or unknown',
    explanations        Array(String) COMMENT 'Reasons in plain words, without text of the request' CODEC(ZSTD(3)),
    text                String COMMENT 'The text with personal data redacted' CODEC(ZSTD(3)),
    raw_text            Nullable(String) COMMENT 'The text as sent; null unless storing it was switched on' CODEC(ZSTD(3)),
    text_length         UInt32 COMMENT 'Length of the text as sent, in Unicode code points',
    queued_micros       Map(LowCardinality(String), UInt64) COMMENT 'Wait in the stream before each stage, in microseconds',
    work_micros         Map(LowCardinality(String), UInt64) COMMENT 'Work of each stage, in microseconds',
    total_micros        UInt64 COMMENT 'Sum of all waits and all work, in microseconds',
    policy_revision     UInt64 COMMENT 'Revision of the policy that decided; 0 is the built-in default',
    branches_json       String COMMENT 'The branch reports in full, as JSON' CODEC(ZSTD(3)),
    inserted_at         DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the row was written',
    INDEX idx_event_id event_id TYPE bloom_filter GRANULARITY 4,
    INDEX idx_decision decision TYPE set(8) GRANULARITY 4,
    INDEX idx_threat_score threat_score TYPE minmax GRANULARITY 4
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (toDate(occurred_at), event_id)
TTL toDateTime(occurred_at) + INTERVAL 365 DAY DELETE
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1, merge_with_ttl_timeout = 3600
