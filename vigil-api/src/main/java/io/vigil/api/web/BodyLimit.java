package io.vigil.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Reads bodies up to a size, and no byte more than one beyond it. */
public final class BodyLimit {

    private final int most;

    /**
     * A limit.
     *
     * @param most largest body, less than 2 GB
     */
    public BodyLimit(DataSize most) {
        this.most = Math.toIntExact(most.toBytes());
    }

    /** The whole body, or null when it is too large. */
    byte @Nullable [] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(announced >= 0 ? (int) announced : most + 1);
        return body.length > most ? null : body;
    }

    /** What the caller is told. */
    String detail() {
        return "The body must have at most " + most + " bytes.";
    }
}
