package io.vigil.logging.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Rows that are inserted together or not at all. It never changes, and its token is a digest of its rows: the same rows have
 * the same token in every attempt and after every restart, and other rows another one, so that a token cannot hide rows
 * that were never written.
 */
final class EventBatch {

    private final List<EncodedRow> rows;
    private final byte[] body;

    EventBatch(List<EncodedRow> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one row");
        }
        this.rows = List.copyOf(rows);
        this.body = concatenated(rows);
    }

    List<EncodedRow> rows() {
        return rows;
    }

    /** One JSON object per line. A new stream at each call. */
    InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** What ClickHouse recognises a repeated batch by. */
    String token() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The two halves, as batches of their own. */
    List<EventBatch> halves() {
        int middle = rows.size() / 2;
        return List.of(new EventBatch(rows.subList(0, middle)), new EventBatch(rows.subList(middle, rows.size())));
    }

    private static byte[] concatenated(List<EncodedRow> rows) {
        int length = 0;
        for (EncodedRow row : rows) {
            length += row.json().length + 1;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (EncodedRow row : rows) {
            System.arraycopy(row.json(), 0, all, at, row.json().length);
            at += row.json().length;
            all[at++] = '\n';
        }
        return all;
    }
}
