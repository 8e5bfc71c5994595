package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void knowsAnAnswerThatRefusesTheRows() {
        assertThat(Failures.refusesContent(answer(72))).isTrue();
        assertThat(Failures.refusesContent(new IllegalStateException(answer(27))))
                .isTrue();
    }

    @Test
    void doesNotTakeTroubleOfTheServerForAFaultOfTheRows() {
        assertThat(Failures.refusesContent(answer(241))).as("no memory").isFalse();
        assertThat(Failures.refusesContent(answer(252))).as("too many parts").isFalse();
        assertThat(Failures.refusesContent(answer(60))).as("no table").isFalse();
        assertThat(Failures.refusesContent(answer(516))).as("wrong password").isFalse();
    }

    @Test
    void doesNotTakeALostConnectionForARefusal() {
        assertThat(Failures.refusesContent(new IllegalStateException(new IOException("reset"))))
                .isFalse();
    }

    @Test
    void namesFailuresWithoutTheirText() {
        assertThat(Failures.code(answer(241))).isEqualTo("ClickHouse error 241");
        assertThat(Failures.code(new ConnectionInitiationException("to host", new ConnectException("refused"))))
                .isEqualTo("ConnectException");
    }

    private static ServerException answer(int code) {
        return new ServerException(code, "near 'text of a request'", 500, "query-1");
    }
}
