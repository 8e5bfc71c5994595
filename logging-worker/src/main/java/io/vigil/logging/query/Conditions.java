package io.vigil.logging.query;

import io.vigil.logging.event.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows must fulfil. Values go beside the statement, never into it. */
public final class Conditions {

    private static final String TEXT = "String";
    private static final String TIME = "DateTime64(3, 'UTC')";

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * Everything that holds for any question: whose events, and when.
     *
     * @param caller tenant of whoever asks; empty for everybody's
     * @param tenant tenant that is asked for; null for any
     */
    public static Conditions of(TimeRange time, String caller, @Nullable String tenant) {
        return new Conditions().within(time).ownedBy(caller).text("tenant = %s", tenant);
    }

    /** Only what belongs to the caller's tenant; whatever there is where it has none. */
    public Conditions ownedBy(String caller) {
        return text("tenant = %s", caller.isEmpty() ? null : caller);
    }

    private Conditions within(TimeRange time) {
        return time("occurred_at >= %s", time.from()).time("occurred_at < %s", time.to());
    }

    /** A condition without a value. */
    public Conditions always(String clause) {
        clauses.add(clause);
        return this;
    }

    /** A condition on a text; none where it is null. */
    public Conditions text(String clause, @Nullable String value) {
        return value == null ? this : add(clause, TEXT, value);
    }

    /** A condition on a score; none where it is null. */
    public Conditions score(String clause, @Nullable Integer value) {
        return value == null ? this : add(clause, "UInt8", value);
    }

    /** A condition on a time. */
    public Conditions time(String clause, Instant value) {
        return add(clause, TIME, EventRow.timestamp(value));
    }

    /** Only rows after this one, newest first. */
    Conditions after(Cursor cursor) {
        String at = parameter(TIME, EventRow.timestamp(cursor.at()));
        String id = parameter(TEXT, cursor.eventId());
        return always("(occurred_at, event_id) < (" + at + ", " + id + ")");
    }

    /** Ready for {@code WHERE}. */
    public String sql() {
        return clauses.isEmpty() ? "1" : String.join(" AND ", clauses);
    }

    /** The values. */
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private Conditions add(String clause, String type, Object value) {
        clauses.add(clause.formatted(parameter(type, value)));
        return this;
    }

    private String parameter(String type, Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return "{" + name + ":" + type + "}";
    }
}
