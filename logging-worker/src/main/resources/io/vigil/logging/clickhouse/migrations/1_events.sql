-- Rows in order of time, with everything that explains a decision. Pages by time are read in order, and FINAL has little to
-- merge, because parts hardly overlap. The sort key is a function of the submission alone: when the server stored it, and
-- its id; both are the same in every redelivery.

-- The table is made under another name and put in its place: one worker succeeds, any other tries again and finds it done.
-- when: SELECT count() = 0 FROM system.tables WHERE database = '{database}' AND name = '{table}' AND sorting_key = 'received_at, event_id'
CREATE TABLE IF NOT EXISTS {database}.{table}_next
(
    event_id            String COMMENT 'Request id; one request, one event' CODEC(ZSTD(1)),
    received_at         DateTime64(3, 'UTC') DEFAULT occurred_at COMMENT 'When the request was stored; when the outcome was reached where that is not known' CODEC(Delta, ZSTD(1)),
    occurred_at         DateTime64(3, 'UTC') COMMENT 'When the outcome was reached' CODEC(Delta, ZSTD(1)),
    tenant              LowCardinality(String) COMMENT 'Whose request it was; empty without tenants',
    client              String COMMENT 'Who sent it, as the caller names itself; empty where nobody said' CODEC(ZSTD(1)),
    session             String COMMENT 'Which conversation it belongs to; empty where nobody said' CODEC(ZSTD(1)),
    direction           LowCardinality(String) COMMENT 'input or output; empty where the request expired before it could be read',
    source              LowCardinality(String) COMMENT 'Who wrote the text, e.g. user_input or tool_output; empty where the request expired before it could be read',
    mode                LowCardinality(String) COMMENT 'fast or full; empty where the request expired before it could be read',
    decision            LowCardinality(String) COMMENT 'ALLOW, SANITIZE, BLOCK, or EXPIRED where nobody waited any more',
    threat_score        UInt8 COMMENT '0 (harmless) to 100 (attack)',
    threat_level        LowCardinality(String) COMMENT 'low, medium or high under the thresholds in force; empty where nothing was decided',
    weighted_score      Float32 COMMENT 'The fused score before boosts, 0 to 100',
    confidence          Float32 COMMENT '0 to 1',
    block_threshold     UInt8 COMMENT 'Scores from here were blocked; 0 where nothing was decided',
    sanitize_threshold  UInt8 COMMENT 'Scores from here were sanitised',
    attack_located      Bool COMMENT 'Whether the places of the attack were known well enough to take it out',
    branch_a_score      Nullable(UInt8) COMMENT 'Heuristics, 0 to 100; null where the branch did not run',
    branch_b_score      Nullable(UInt8) COMMENT 'Semantic similarity, 0 to 100; null where the branch did not run',
    branch_c_score      Nullable(UInt8) COMMENT 'Classifier, 0 to 100; null where the branch did not run',
    branch_a_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    branch_b_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    branch_c_status     LowCardinality(String) COMMENT 'scored, degraded:<reason>, skipped:<reason>, or absent',
    degraded_branches   Array(LowCardinality(String)) COMMENT 'Branches and engines that should have run and could not',
    categories          Array(LowCardinality(String)) COMMENT 'Families of attack found, strongest first',
    boosts_applied      Array(LowCardinality(String)) COMMENT 'Boosts that lifted the fused score',
    flags               Array(LowCardinality(String)) COMMENT 'Fixed codes about the decision',
    rules               Array(LowCardinality(String)) COMMENT 'Patterns and exemplars that matched, strongest first, at most 20',
    rule_scores         Array(UInt8) COMMENT 'Their weights, 0 to 100, in the same order',
    pii_types_detected  Array(LowCardinality(String)) COMMENT 'Distinct types of personal data found',
    pii_counts          Map(LowCardinality(String), UInt32) COMMENT 'Pieces of personal data by type',
    pii_entities_count  UInt32 COMMENT 'Pieces of personal data found',
    detected_language   LowCardinality(String) COMMENT 'ISO 639-1 code, or unknown',
    text                String COMMENT 'The text with personal data redacted' CODEC(ZSTD(3)),
    raw_text            Nullable(String) COMMENT 'The text as sent, encrypted; null unless storing it was switched on' CODEC(ZSTD(1)),
    text_hash           String COMMENT 'Keyed digest of the text as sent, in hexadecimal; empty without a key' CODEC(ZSTD(1)),
    text_length         UInt32 COMMENT 'Length of the text as sent, in Unicode code points',
    queued_micros       Map(LowCardinality(String), UInt64) COMMENT 'Wait in the stream before each stage, in microseconds',
    work_micros         Map(LowCardinality(String), UInt64) COMMENT 'Work of each stage, in microseconds',
    total_micros        UInt64 COMMENT 'Sum of all waits and all work, in microseconds' CODEC(T64, ZSTD(1)),
    policy_revision     UInt64 COMMENT 'Revision of the policy that decided; 0 is the built-in default',
    versions            Map(LowCardinality(String), LowCardinality(String)) COMMENT 'Versions of models and pattern libraries, by branch',
    pipeline_version    LowCardinality(String) COMMENT 'Version of the suite that decided',
    instance            LowCardinality(String) COMMENT 'Process that decided',
    explanations        Array(String) COMMENT 'Reasons in plain words, without text of the request' CODEC(ZSTD(3)),
    branches_json       String COMMENT 'The branch reports in full, as JSON' CODEC(ZSTD(3)),
    grounds_json        String COMMENT 'Weights, thresholds, lifts of boosts and rules that decided, as JSON; empty where nothing was decided' CODEC(ZSTD(3)),
    inserted_at         DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the row was written' CODEC(Delta, ZSTD(1)),
    INDEX idx_event_id event_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX idx_session session TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX idx_client client TYPE bloom_filter(0.01) GRANULARITY 4,
    INDEX idx_text_hash text_hash TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX idx_occurred_at occurred_at TYPE minmax GRANULARITY 1,
    INDEX idx_text text TYPE text(tokenizer = 'splitByNonAlpha', preprocessor = lowerUTF8(text))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(received_at)
ORDER BY (received_at, event_id)
SETTINGS non_replicated_deduplication_window = 1000, merge_with_ttl_timeout = 3600;

-- when: SELECT count() = 0 FROM system.tables WHERE database = '{database}' AND name = '{table}'
RENAME TABLE {database}.{table}_next TO {database}.{table};

-- The table of the first release makes room; its rows are copied below.
-- when: SELECT count() FROM system.tables WHERE database = '{database}' AND name = '{table}' AND sorting_key = 'toDate(occurred_at), event_id'
ALTER TABLE {database}.{table} ADD COLUMN IF NOT EXISTS source LowCardinality(String) AFTER direction;

-- when: SELECT count() FROM system.tables WHERE database = '{database}' AND name = '{table}' AND sorting_key = 'toDate(occurred_at), event_id'
RENAME TABLE {database}.{table} TO {database}.{table}_before, {database}.{table}_next TO {database}.{table};

DROP TABLE IF EXISTS {database}.{table}_next;
