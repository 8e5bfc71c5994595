package io.vigil.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The columns of the event log, and what a query names beside. Queries write keywords in capitals. */
final class EventColumns {

    private static final Pattern DECLARED =
            Pattern.compile("(?m)^\\s+([a-z][a-z0-9_]*)\\s+(?:[A-Z]\\w*\\(|String|Float|U?Int|Date|Bool|UUID)");
    private static final Pattern ADDED = Pattern.compile("ADD COLUMN IF NOT EXISTS\\s+([a-z0-9_]+)");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern MACRO = Pattern.compile("\\$__\\w+");
    private static final Pattern ALIAS = Pattern.compile("\\bAS\\s+([a-z][a-z0-9_]*)");
    private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?!\\s*\\()");
    private static final String TABLE = "vigil_events";

    private final Set<String> columns = new TreeSet<>();

    EventColumns() {
        Shipped.files("src/main/resources", path -> path.toString().endsWith(".sql")).stream()
                .map(Shipped::read)
                .forEach(schema -> {
                    DECLARED.matcher(schema).results().forEach(match -> columns.add(match.group(1)));
                    ADDED.matcher(schema).results().forEach(match -> columns.add(match.group(1)));
                });
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Names that are neither a column nor given by the query itself; empty where all is there. */
    Set<String> unknownIn(String query) {
        String plain = MACRO.matcher(QUOTED.matcher(query).replaceAll("")).replaceAll("");
        var names = new TreeSet<String>();
        WORD.matcher(plain).results().forEach(match -> names.add(match.group()));
        names.removeAll(columns);
        names.remove(TABLE);
        ALIAS.matcher(plain).results().forEach(match -> names.remove(match.group(1)));
        return names;
    }
}
