/** A ClickHouse server out of a shared library, as a child process. */
@NullMarked
package io.vigil.clickhouse.local;

import org.jspecify.annotations.NullMarked;
