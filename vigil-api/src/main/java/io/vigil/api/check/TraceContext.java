package io.vigil.api.check;

import io.vigil.wire.HeaderNames;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context, level 1: what is well-formed is passed on, the rest is dropped. Pure. */
public final class TraceContext {

    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATE = Pattern.compile(
            "[a-z0-9][a-z0-9_\\-*/@]{0,255}=[!-+\\--<>-~]{1,256}(,[a-z0-9][a-z0-9_\\-*/@]{0,255}=[!-+\\--<>-~]{1,256}){0,31}");
    private static final int LONGEST_STATE = 512;

    private TraceContext() {}

    /**
     * The headers to pass on, possibly none.
     *
     * @param parent value of {@code traceparent}, or null
     * @param state value of {@code tracestate}, or null; worthless without a parent
     */
    public static Map<String, String> of(@Nullable String parent, @Nullable String state) {
        if (parent == null || !PARENT.matcher(parent).matches()) {
            return Map.of();
        }
        var headers = new HashMap<String, String>();
        headers.put(HeaderNames.TRACEPARENT, parent);
        if (state != null
                && state.length() <= LONGEST_STATE
                && STATE.matcher(state).matches()) {
            headers.put(HeaderNames.TRACESTATE, state);
        }
        return headers;
    }
}
