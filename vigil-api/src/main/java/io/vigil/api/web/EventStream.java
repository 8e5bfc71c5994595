package io.vigil.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A response that is written piece by piece: server-sent events, or a JSON object a line. Used by one thread. */
final class EventStream {

    /** One JSON object a line. */
    static final String NDJSON_VALUE = "application/x-ndjson";

    private final HttpServletResponse response;
    private final JsonMapper mapper;
    private final MediaType type;

    EventStream(HttpServletResponse response, JsonMapper mapper, MediaType type) {
        this.response = response;
        this.mapper = mapper;
        this.type = type;
    }

    /** Writes an event and sends it. */
    void event(String name, Object data) throws IOException {
        write(name, data);
        response.flushBuffer();
    }

    /** Writes an event; it is sent with the next flush at the latest. */
    void write(String name, Object data) throws IOException {
        OutputStream out = begun();
        boolean lines = !MediaType.TEXT_EVENT_STREAM.equals(type);
        if (!lines) {
            out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        }
        out.write(mapper.writeValueAsBytes(data));
        out.write(lines ? new byte[] {'\n'} : new byte[] {'\n', '\n'});
    }

    /** Sends what was written. */
    void flush() throws IOException {
        var _ = begun();
        response.flushBuffer();
    }

    /** Shows that the connection is alive, and finds out whether somebody reads. */
    void comment() throws IOException {
        begun().write(":\n\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private OutputStream begun() throws IOException {
        if (!response.isCommitted() && response.getContentType() == null) {
            response.setContentType(type.toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Proxies such as nginx would collect the events otherwise.
            response.setHeader("X-Accel-Buffering", "no");
        }
        return response.getOutputStream();
    }
}
