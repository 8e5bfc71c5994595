package io.vigil.logging;

import static io.vigil.logging.SampleEvents.delivered;
import static io.vigil.logging.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.delivery.Outcome;
import io.vigil.logging.clickhouse.ClickHouseClients;
import io.vigil.logging.clickhouse.EventStore;
import io.vigil.logging.clickhouse.LoggingMeters;
import io.vigil.logging.clickhouse.TestSettings;
import io.vigil.testkit.ClickHouseServerExtension;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoggingStageIT {

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    private Client client;
    private LoggingStage stage;
    private LoggingStage stageWithRawText;

    @BeforeEach
    void startWithAnEmptyTable() {
        clickHouse.server().query("DROP DATABASE IF EXISTS logging_stage");
        var properties =
                TestSettings.of(clickHouse.server().host(), clickHouse.server().port(), "logging_stage");
        client = ClickHouseClients.open(properties);
        var meters = new LoggingMeters(new SimpleMeterRegistry());
        var store = new EventStore(client, properties, meters);
        stage = new LoggingStage(store, meters, false, InstantSource.system());
        stageWithRawText = new LoggingStage(store, meters, true, InstantSource.system());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void isDoneWithEventsThatAreStored() throws Exception {
        assertThat(stage.handle(List.of(delivered(event("a"), 1), delivered(event("b"), 1))))
                .containsExactly(Outcome.done(), Outcome.done());
        assertThat(ids()).isEqualTo("a\nb");
    }

    @Test
    void skipsWhatAnEarlierDeliveryStored() throws Exception {
        stage.handle(List.of(delivered(event("a"), 1)));

        var outcomes = stage.handle(List.of(delivered(event("a"), 2), delivered(event("b"), 2)));

        assertThat(outcomes).containsExactly(Outcome.done(), Outcome.done());
        assertThat(ids()).isEqualTo("a\nb");
    }

    @Test
    void skipsWhatWasStoredBeforeARedrive() throws Exception {
        stage.handle(List.of(delivered(event("a"), 1)));
        stage.handle(List.of(delivered(event("a"), "a.log.r1", 1), delivered(event("b"), 1)));
        assertThat(ids()).isEqualTo("a\nb");
    }

    @Test
    void storesAnEventOnceThatComesTwiceInABatch() throws Exception {
        assertThat(stage.handle(List.of(delivered(event("a"), 1), delivered(event("a"), 2))))
                .containsExactly(Outcome.done(), Outcome.done());
        assertThat(ids()).isEqualTo("a");
    }

    @Test
    void rejectsOnlyTheEventThatClickHouseRefuses() throws Exception {
        var outcomes = stage.handle(
                List.of(delivered(event("a"), 1), delivered(SampleEvents.poison("bad"), 1), delivered(event("b"), 1)));

        assertThat(outcomes.get(0)).isEqualTo(Outcome.done());
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcomes.get(2)).isEqualTo(Outcome.done());
        assertThat(ids()).isEqualTo("a\nb");
    }

    @Test
    void doesNotStoreTheTextAsSentUnlessAsked() throws Exception {
        var planted = SampleEvents.withSealedText("quiet", "my mail is planted.person@example.org");
        stage.handle(List.of(delivered(planted, 1)));
        assertThat(clickHouse.server().query("SELECT * FROM logging_stage.vigil_events"))
                .doesNotContain("planted");

        var asked = SampleEvents.withSealedText("asked", "my mail is planted.person@example.org");
        stageWithRawText.handle(List.of(delivered(asked, 1)));
        assertThat(clickHouse
                        .server()
                        .query("SELECT event_id FROM logging_stage.vigil_events" + " WHERE raw_text LIKE '%planted%'"))
                .isEqualTo("asked");
    }

    private static String ids() {
        return clickHouse.server().query("SELECT event_id FROM logging_stage.vigil_events ORDER BY event_id");
    }
}
