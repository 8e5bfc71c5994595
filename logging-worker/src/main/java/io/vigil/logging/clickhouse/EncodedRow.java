package io.vigil.logging.clickhouse;

import io.vigil.logging.event.EventRow;
import io.vigil.wire.Json;

/**
 * A row as ClickHouse reads it.
 *
 * @param eventId whose row it is
 * @param json one JSON object in UTF-8; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; lives for the time of one batch
record EncodedRow(String eventId, byte[] json) {

    /** @throws tools.jackson.core.JacksonException when the row cannot be written, e.g. for half a surrogate pair */
    static EncodedRow of(EventRow row) {
        return new EncodedRow(row.eventId(), Json.mapper().writeValueAsBytes(row));
    }
}
