package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The database and the table of the event log. */
public final class EventSchema {

    private static final String RESOURCE = "schema.sql";

    private final List<String> statements;

    /** The schema as it is kept in {@code schema.sql}, for this database. */
    public EventSchema(ClickHouseProperties properties) {
        statements = statements(read().replace("{database}", properties.database())
                .replace("{ttl_days}", Long.toString(properties.retention().toDays())));
    }

    /**
     * Creates what is missing and changes what is older. May run at any time, and from many processes.
     *
     * @throws com.clickhouse.client.api.ClickHouseException when ClickHouse is away or refuses
     */
    public void apply(Client client) throws InterruptedException {
        for (String statement : statements) {
            try {
                client.execute(statement).get().close();
            } catch (InterruptedException e) {
                throw e;
            } catch (ExecutionException e) {
                throw Failures.unwrapped(e);
            } catch (Exception e) {
                throw new IllegalStateException("the answer could not be read to its end", e);
            }
        }
    }

    private static List<String> statements(String sql) {
        String code = sql.lines().filter(line -> !line.startsWith("--")).reduce("", (all, line) -> all + line + "\n");
        return Stream.of(code.split(";\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read() {
        try (InputStream resource = EventSchema.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
