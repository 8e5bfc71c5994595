package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.query.QuerySettings;
import io.vigil.logging.clickhouse.MigrationScript.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Database and tables of the event log, made and changed step by step. A step that was made is written down and not made
 * again; one that was cut off is made again from its first statement. Several workers may do so at the same time: the same
 * statement runs once at a time, because its query id is taken.
 */
public final class EventSchema {

    private final ClickHouseProperties properties;
    private final List<MigrationScript> scripts;
    private final SchemaHistory history;

    /** The schema that comes with the worker, for this database and table. */
    public EventSchema(ClickHouseProperties properties) {
        this(properties, MigrationScript.shipped());
    }

    EventSchema(ClickHouseProperties properties, List<MigrationScript> scripts) {
        this.properties = properties;
        this.scripts = List.copyOf(scripts);
        this.history = new SchemaHistory(properties);
    }

    /**
     * Creates what is missing and changes what is older. May run at any time, and from many processes.
     *
     * @throws SchemaNotReadyException where a step has to wait, or was made from another text
     * @throws com.clickhouse.client.api.ClickHouseException when ClickHouse is away or refuses
     */
    public void apply(Client client) throws InterruptedException {
        Map<Integer, String> made = history.read(client);
        for (MigrationScript script : scripts) {
            String checksum = made.get(script.version());
            if (checksum == null) {
                make(script, client);
            } else if (!checksum.equals(script.checksum())) {
                throw new SchemaNotReadyException("migration " + script.version() + " was made from another text");
            }
        }
        keep(client, made);
    }

    private void make(MigrationScript script, Client client) throws InterruptedException {
        List<Statement> statements = script.statements(properties);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (holds(statement.when(), client)) {
                if (!holds(statement.after(), client)) {
                    throw new SchemaNotReadyException("migration " + script.version() + " waits");
                }
                var settings = new CommandSettings();
                settings.setQueryId("vigil-schema-%s-%s-%d-%d"
                        .formatted(properties.database(), properties.table(), script.version(), i));
                Commands.run(client, statement.sql(), Map.of(), settings);
            }
        }
        history.made(client, script.version(), script.name(), script.checksum());
    }

    /** Applied anew only where it changed: ClickHouse rewrites every part for it. */
    private void keep(Client client, Map<Integer, String> made) throws InterruptedException {
        List<String> statements = Retention.statements(properties);
        var retention = new MigrationScript(0, "retention", String.join(";\n", statements));
        if (!Objects.equals(made.get(0), retention.checksum())) {
            for (String statement : statements) {
                Commands.run(client, statement);
            }
            history.made(client, 0, retention.name(), retention.checksum());
        }
    }

    private boolean holds(List<String> conditions, Client client) {
        for (String condition : conditions) {
            var answer = client.queryAll("SELECT toString((" + condition + "))", Map.of(), new QuerySettings());
            if (answer.getFirst().getString(1).equals("0")) {
                return false;
            }
        }
        return true;
    }
}
