/** The event log in ClickHouse: its schema, and inserts that happen once. */
@NullMarked
package io.vigil.logging.clickhouse;

import org.jspecify.annotations.NullMarked;
