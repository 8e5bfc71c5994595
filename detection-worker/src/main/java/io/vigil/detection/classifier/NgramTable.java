package io.vigil.detection.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A linear model over hashed n-grams, one byte for each bucket: the part of the classifier that costs microseconds.
 * Immutable, thread-safe.
 */
final class NgramTable {
    private static final int MAGIC = 0x56474E31;
    private static final int HEADER_BYTES = 16;
    private static final int FEWEST_BITS = 8;
    private static final int MOST_BITS = 24;

    private final int bits;
    private final double bias;
    private final double scale;
    private final byte[] table;

    private NgramTable(int bits, double bias, double scale, byte[] table) {
        this.bits = bits;
        this.bias = bias;
        this.scale = scale;
        this.table = table;
    }

    /**
     * Reads {@code ngrams.bin}, little endian: magic, bits, bias, scale, then two to the power of bits signed bytes.
     * Closes the stream.
     *
     * @throws IOException where it is not exactly that
     */
    static NgramTable read(InputStream stream) throws IOException {
        try (stream) {
            var bytes = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.remaining() < HEADER_BYTES || bytes.getInt() != MAGIC) {
                throw new IOException("the n-gram table has no header");
            }
            int bits = bytes.getInt();
            float bias = bytes.getFloat();
            float scale = bytes.getFloat();
            boolean sound = bits >= FEWEST_BITS && bits <= MOST_BITS && Float.isFinite(bias) && Float.isFinite(scale);
            if (!sound || bytes.remaining() != 1 << bits) {
                throw new IOException("the n-gram table is not whole");
            }
            var table = new byte[1 << bits];
            bytes.get(table);
            return new NgramTable(bits, bias, scale, table);
        }
    }

    /** Log-odds of an attack by the n-grams of a text, each counted once. */
    double logit(CharSequence text) {
        var buckets = NgramBuckets.of(NgramText.of(text), bits);
        return buckets.size() == 0 ? bias : bias + scale * buckets.sum(table) / Math.sqrt(buckets.size());
    }
}
