package io.vigil.api.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes up to a length each, as they arrive. Used by one thread. */
public final class LineReader {

    private final InputStream body;
    private final int longest;
    private final byte[] buffer = new byte[8 * 1024];
    private int from;
    private int to;
    private long total;

    /**
     * A reader of a body.
     *
     * @param longest most bytes of one line, its end not counted
     */
    public LineReader(InputStream body, int longest) {
        this.body = body;
        this.longest = longest;
    }

    /** Bytes taken from the body so far. */
    public long total() {
        return total;
    }

    /**
     * The next line without its end, also where the last one has none; null where there is no more.
     *
     * @throws LineTooLongException the line is too long; nothing after it can be read
     */
    public byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (from < to || filled()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > longest) {
                throw new LineTooLongException(longest);
            }
            from = Math.min(end + 1, to);
            if (end < to) {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** Whether a line has nothing but blanks. */
    public static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean filled() throws IOException {
        from = 0;
        to = Math.max(0, body.read(buffer));
        total += to;
        return to > 0;
    }
}
