package io.vigil.logging.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One numbered step of the schema: statements that may run again at any time, and from many processes. A statement may be
 * preceded by conditions, each a query with one number as answer: {@code -- when:} leaves the statement out where the answer is
 * 0, {@code -- after:} makes everybody wait and try again.
 *
 * @param version 1 for the first
 * @param name what it is about
 * @param text as shipped, with names to fill in
 */
record MigrationScript(int version, String name, String text) {

    private static final List<String> SHIPPED = List.of("events", "series", "first_release", "events_v2", "feedback");

    /**
     * One statement, with names filled in.
     *
     * @param when it is left out where one of these answers 0
     * @param after it waits where one of these answers 0
     */
    record Statement(List<String> when, List<String> after, String sql) {}

    /** All that come with the worker, in order. */
    static List<MigrationScript> shipped() {
        return IntStream.rangeClosed(1, SHIPPED.size())
                .mapToObj(version -> {
                    String name = SHIPPED.get(version - 1);
                    return new MigrationScript(version, name, read("migrations/" + version + "_" + name + ".sql"));
                })
                .toList();
    }

    /** The statements for this database and table. */
    List<Statement> statements(ClickHouseProperties properties) {
        String sql = text.replace("{database}", properties.database())
                .replace("{table}", properties.table())
                .replace("{days}", Long.toString(properties.retention().toDays()));
        var statements = new ArrayList<Statement>();
        for (String part : sql.split(";\n", -1)) {
            List<String> lines = part.lines().toList();
            String code = String.join(
                            "\n",
                            lines.stream()
                                    .filter(line -> !line.startsWith("--"))
                                    .toList())
                    .strip();
            if (!code.isEmpty()) {
                statements.add(new Statement(marked(lines, "-- when: "), marked(lines, "-- after: "), code));
            }
        }
        return statements;
    }

    /** SHA-256 of the text, in hexadecimal. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream stream = MigrationScript.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
