package io.vigil.api.events;

import io.vigil.api.check.SnakeCase;
import io.vigil.eventlog.EventEntry;
import io.vigil.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.databind.JsonNode;

/**
 * Events as RFC 4180 has it. A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises:
 * whoever can write a text must not be able to run something where the log is read.
 */
final class EventCsv {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final List<String> COLUMNS = Stream.of(EventEntry.class.getRecordComponents())
            .map(component -> SnakeCase.of(component.getName()))
            .toList();

    private EventCsv() {}

    static byte[] written(List<EventEntry> events) {
        var lines = Stream.concat(Stream.of(COLUMNS), events.stream().map(EventCsv::cells));
        return lines.map(cells -> CSVFormat.RFC4180.format(cells.toArray()))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(EventEntry event) {
        JsonNode row = Json.mapper().valueToTree(event);
        return COLUMNS.stream().map(column -> cell(row.path(column))).toList();
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return harmless(value.valueStream().map(JsonNode::asString).collect(Collectors.joining(";")));
        }
        return value.isString() ? harmless(value.asString()) : value.asString("");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
