-- What dashboards draw, added up while rows are written: per minute for a month, per hour for two years. Counts only, no text.
-- They take the blocks of the events: a block that the events drop as repeated does not come here either.

CREATE TABLE IF NOT EXISTS {database}.{table}_minute
(
    minute          DateTime('UTC') COMMENT 'Begin of the minute' CODEC(Delta, ZSTD(1)),
    tenant          LowCardinality(String) COMMENT 'Whose requests; empty without tenants',
    decision        LowCardinality(String) COMMENT 'As in the events',
    direction       LowCardinality(String) COMMENT 'As in the events',
    events          SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests',
    threat_scores   SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of their scores',
    branch_a_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the heuristics',
    branch_a_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the heuristics ran',
    branch_b_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the similarity',
    branch_b_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the similarity ran',
    branch_c_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the classifier',
    branch_c_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the classifier ran',
    degraded_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which something could not run',
    pii_events      SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests with personal data',
    pii_entities    SimpleAggregateFunction(sum, UInt64) COMMENT 'Pieces of personal data',
    total_micros    AggregateFunction(quantilesTDigest(0.5, 0.95, 0.99), UInt64) COMMENT 'Time of a request; read with quantilesTDigestMerge(0.5, 0.95, 0.99)'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(minute)
ORDER BY (minute, tenant, decision, direction)
TTL minute + INTERVAL 31 DAY DELETE
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS {database}.{table}_to_minute TO {database}.{table}_minute AS
SELECT
    toStartOfMinute(received_at) AS minute,
    tenant,
    decision,
    direction,
    count() AS events,
    sum(threat_score) AS threat_scores,
    sum(ifNull(branch_a_score, 0)) AS branch_a_scores,
    count(branch_a_score) AS branch_a_events,
    sum(ifNull(branch_b_score, 0)) AS branch_b_scores,
    count(branch_b_score) AS branch_b_events,
    sum(ifNull(branch_c_score, 0)) AS branch_c_scores,
    count(branch_c_score) AS branch_c_events,
    countIf(notEmpty(degraded_branches)) AS degraded_events,
    countIf(pii_entities_count > 0) AS pii_events,
    sum(pii_entities_count) AS pii_entities,
    quantilesTDigestState(0.5, 0.95, 0.99)(total_micros) AS total_micros
FROM {database}.{table}
GROUP BY minute, tenant, decision, direction;

CREATE TABLE IF NOT EXISTS {database}.{table}_hour
(
    hour            DateTime('UTC') COMMENT 'Begin of the hour' CODEC(Delta, ZSTD(1)),
    tenant          LowCardinality(String) COMMENT 'Whose requests; empty without tenants',
    decision        LowCardinality(String) COMMENT 'As in the events',
    direction       LowCardinality(String) COMMENT 'As in the events',
    events          SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests',
    threat_scores   SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of their scores',
    branch_a_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the heuristics',
    branch_a_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the heuristics ran',
    branch_b_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the similarity',
    branch_b_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the similarity ran',
    branch_c_scores SimpleAggregateFunction(sum, UInt64) COMMENT 'Sum of the scores of the classifier',
    branch_c_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which the classifier ran',
    degraded_events SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests in which something could not run',
    pii_events      SimpleAggregateFunction(sum, UInt64) COMMENT 'Requests with personal data',
    pii_entities    SimpleAggregateFunction(sum, UInt64) COMMENT 'Pieces of personal data',
    score_tens      SimpleAggregateFunction(sumMap, Map(UInt8, UInt64)) COMMENT 'Requests by score, in tens: 0, 10, ... 100',
    categories      SimpleAggregateFunction(sumMap, Map(String, UInt64)) COMMENT 'Requests by family of attack',
    boosts          SimpleAggregateFunction(sumMap, Map(String, UInt64)) COMMENT 'Requests by boost',
    pii_types       SimpleAggregateFunction(sumMap, Map(String, UInt64)) COMMENT 'Requests by type of personal data',
    total_micros    AggregateFunction(quantilesTDigest(0.5, 0.95, 0.99), UInt64) COMMENT 'Time of a request; read with quantilesTDigestMerge(0.5, 0.95, 0.99)'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(hour)
ORDER BY (hour, tenant, decision, direction)
TTL hour + INTERVAL 731 DAY DELETE
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS {database}.{table}_to_hour TO {database}.{table}_hour AS
SELECT
    toStartOfHour(received_at) AS hour,
    tenant,
    decision,
    direction,
    count() AS events,
    sum(threat_score) AS threat_scores,
    sum(ifNull(branch_a_score, 0)) AS branch_a_scores,
    count(branch_a_score) AS branch_a_events,
    sum(ifNull(branch_b_score, 0)) AS branch_b_scores,
    count(branch_b_score) AS branch_b_events,
    sum(ifNull(branch_c_score, 0)) AS branch_c_scores,
    count(branch_c_score) AS branch_c_events,
    countIf(notEmpty(degraded_branches)) AS degraded_events,
    countIf(pii_entities_count > 0) AS pii_events,
    sum(pii_entities_count) AS pii_entities,
    sumMap(map(toUInt8(intDiv(threat_score, 10) * 10), toUInt64(1))) AS score_tens,
    sumMap(CAST(mapFromArrays(categories, arrayMap(any -> toUInt64(1), categories)), 'Map(String, UInt64)')) AS categories,
    sumMap(CAST(mapFromArrays(boosts_applied, arrayMap(any -> toUInt64(1), boosts_applied)), 'Map(String, UInt64)')) AS boosts,
    sumMap(CAST(mapFromArrays(pii_types_detected, arrayMap(any -> toUInt64(1), pii_types_detected)), 'Map(String, UInt64)')) AS pii_types,
    quantilesTDigestState(0.5, 0.95, 0.99)(total_micros) AS total_micros
FROM {database}.{table}
GROUP BY hour, tenant, decision, direction;
