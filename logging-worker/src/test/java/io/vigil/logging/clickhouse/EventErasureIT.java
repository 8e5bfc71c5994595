package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.vigil.testkit.ClickHouseServerExtension;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventErasureIT {

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    private Client client;
    private EventErasure erasure;

    @BeforeEach
    void storeTheEventsOfTwoTenants() throws Exception {
        query("DROP DATABASE IF EXISTS event_erasure");
        var properties =
                TestSettings.of(clickHouse.server().host(), clickHouse.server().port(), "event_erasure");
        client = ClickHouseClients.open(properties);
        new EventSchema(properties).apply(client);
        erasure = new EventErasure(client, properties);
        query("INSERT INTO event_erasure.vigil_events (event_id, occurred_at, tenant, client, session, text)"
                + " SELECT concat('r', toString(number)), now64(3), if(number % 2 = 0, 'acme', 'other'),"
                + " concat('c', toString(number % 4)), concat('s', toString(number % 5)), 'secret' FROM numbers(20)");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void erasesARequest() throws Exception {
        assertThat(erase(ErasureScope.By.REQUEST, "r3")).isEqualTo(1);
        assertThat(count()).isEqualTo(19);
    }

    @Test
    void erasesASession() throws Exception {
        assertThat(erase(ErasureScope.By.SESSION, "s1")).isEqualTo(4);
        assertThat(count()).isEqualTo(16);
    }

    @Test
    void erasesAClientOfOneTenantOnly() throws Exception {
        var foreign = new ErasureScope(ErasureScope.By.CLIENT, "c1", Optional.of("acme"));
        assertThat(erasure.erase(foreign)).isZero();
        var own = new ErasureScope(ErasureScope.By.CLIENT, "c1", Optional.of("other"));
        assertThat(erasure.erase(own)).isEqualTo(5);
        assertThat(count()).isEqualTo(15);
    }

    @Test
    void erasesATenantWithWhatDashboardsCountOfIt() throws Exception {
        assertThat(erase(ErasureScope.By.TENANT, "acme")).isEqualTo(10);
        assertThat(erasure.remaining(new ErasureScope(ErasureScope.By.TENANT, "acme", Optional.empty())))
                .isZero();
        assertThat(query("SELECT sum(events), uniqExact(tenant) FROM event_erasure.vigil_events_minute"))
                .isEqualTo("10\t1");
    }

    @Test
    void leavesNothingOfItInAnyPartThatIsRead() throws Exception {
        erase(ErasureScope.By.CLIENT, "c1");
        assertThat(query(
                        "SELECT sum(rows) FROM system.parts WHERE database = 'event_erasure' AND table = 'vigil_events'"
                                + " AND active"))
                .isEqualTo("15");
        assertThat(query("SELECT count() FROM system.mutations WHERE database = 'event_erasure' AND NOT is_done"))
                .isEqualTo("0");
    }

    @Test
    void takesAValueForNothingElse() throws Exception {
        assertThat(erase(ErasureScope.By.SESSION, "' OR 1 = 1 --")).isZero();
        assertThat(count()).isEqualTo(20);
    }

    private long erase(ErasureScope.By by, String value) throws InterruptedException {
        return erasure.erase(new ErasureScope(by, value, Optional.empty()));
    }

    private static long count() {
        return Long.parseLong(query("SELECT count() FROM event_erasure.vigil_events"));
    }

    private static String query(String sql) {
        return clickHouse.server().query(sql);
    }
}
