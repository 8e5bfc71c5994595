package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClickHouseServerIT {

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.local();

    @Test
    void keepsInsertedRowsOverKillAndRestart() {
        ClickHouseServer server = clickHouse.server();
        server.query("CREATE DATABASE kept");
        server.query("CREATE TABLE kept.numbers (n UInt64) ENGINE = MergeTree ORDER BY n");
        server.query("INSERT INTO kept.numbers SELECT number FROM system.numbers LIMIT 1000");

        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.restart();

        assertThat(server.query("SELECT count(), sum(n) FROM kept.numbers")).isEqualTo("1000\t499500");
    }

    @Test
    void saysWhyAStatementWasRefused() {
        assertThatThrownBy(() -> clickHouse.server().query("SELECT nothing FROM nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere");
    }
}
