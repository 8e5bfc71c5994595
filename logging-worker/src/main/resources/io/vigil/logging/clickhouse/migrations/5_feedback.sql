-- What people say of decisions, with what counts of the event, which may be gone before. The latest of a reporter on an event counts.

CREATE TABLE IF NOT EXISTS {database}.{table}_feedback
(
    event_id     String COMMENT 'Request id of the event',
    reporter     String COMMENT 'Public id of the key that gave the feedback; anonymous without keys',
    reported_at  DateTime64(3, 'UTC') COMMENT 'When',
    kind         LowCardinality(String) COMMENT 'false_positive or true_positive',
    reason       LowCardinality(String) COMMENT 'Why, one of fixed codes',
    comment      String COMMENT 'Anything else' CODEC(ZSTD(3)),
    tenant       LowCardinality(String) COMMENT 'As in the event',
    client       String COMMENT 'As in the event',
    session      String COMMENT 'As in the event',
    occurred_at  DateTime64(3, 'UTC') COMMENT 'As in the event',
    decision     LowCardinality(String) COMMENT 'As in the event',
    threat_score UInt8 COMMENT 'As in the event',
    categories   Array(LowCardinality(String)) COMMENT 'As in the event'
)
ENGINE = ReplacingMergeTree(reported_at)
ORDER BY (event_id, reporter)
TTL toDateTime(reported_at) + INTERVAL 2 YEAR DELETE
