package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.command.CommandSettings;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Statements without an answer. */
final class Commands {

    private Commands() {}

    /** @throws com.clickhouse.client.api.ClickHouseException when ClickHouse is away or refuses */
    static void run(Client client, String sql) throws InterruptedException {
        run(client, sql, Map.of(), new CommandSettings());
    }

    static void run(Client client, String sql, Map<String, Object> parameters, CommandSettings settings)
            throws InterruptedException {
        try {
            client.execute(sql, parameters, settings).get().close();
        } catch (InterruptedException e) {
            throw e;
        } catch (ExecutionException e) {
            throw Failures.unwrapped(e);
        } catch (Exception e) {
            throw new IllegalStateException("the answer could not be read to its end", e);
        }
    }
}
