package io.vigil.cli.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what children did. */
final class RecordedEvents implements Journal {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void line(String child, String line) {
        lines.add(child + ": " + line);
    }

    @Override
    public void event(String child, String what) {
        events.add(child + " " + what);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
