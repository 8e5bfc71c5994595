package io.vigil.encoder;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is longer than the model reads into windows of one length that overlap. */
public final class OverlappingWindows {
    private OverlappingWindows() {}

    /**
     * All windows of a text, in order; together they cover every token, and a phrase of up to {@code overlap} tokens lies
     * whole in one of them.
     *
     * @param tokens how many the text has, 0 or more
     * @param content how many a window holds, more than {@code overlap}
     * @param overlap how many neighbouring windows share at least
     */
    public static List<Window> of(int tokens, int content, int overlap) {
        if (tokens == 0) {
            return List.of();
        }
        if (tokens <= content) {
            return List.of(new Window(0, tokens));
        }
        var windows = new ArrayList<Window>();
        for (int start = 0; start + content < tokens; start += content - overlap) {
            windows.add(new Window(start, start + content));
        }
        windows.add(new Window(tokens - content, tokens));
        return windows;
    }
}
