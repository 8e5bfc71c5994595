package io.vigil.wire;

import java.util.Map;

/**
 * A message as it stands on the wire.
 *
 * @param subject where it goes or came from
 * @param headers single-valued headers
 * @param body not copied; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(String subject, Map<String, String> headers, byte[] body) {

    public Frame {
        headers = Map.copyOf(headers);
    }

    /** Headers and size only: the body may hold what no log may see. */
    @Override
    public String toString() {
        return "Frame[" + subject + ", " + body.length + " bytes]";
    }
}
