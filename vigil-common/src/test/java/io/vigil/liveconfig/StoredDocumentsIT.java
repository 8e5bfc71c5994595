package io.vigil.liveconfig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.KeyValueConfiguration;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents in a bucket: changed for one revision only, and followed while they change. */
class StoredDocumentsIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private static final byte[] FIRST = "1".getBytes(UTF_8);
    private static final byte[] SECOND = "2".getBytes(UTF_8);

    private Connection connection;
    private ConfigDocuments documents;

    @BeforeEach
    void create() throws Exception {
        connection = NATS.connect();
        var _ = connection
                .keyValueManagement()
                .create(KeyValueConfiguration.builder()
                        .name("documents")
                        .maxHistoryPerKey(8)
                        .build());
        documents = new ConfigDocuments(connection, "documents");
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void takesAChangeForTheLastRevisionOnly() throws Exception {
        assertThat(documents.current("a")).isEmpty();
        assertThat(documents.put("a", FIRST, 0)).isEqualTo(new ConfigDocuments.Change.Stored(1));
        assertThat(documents.put("a", SECOND, 0)).isEqualTo(new ConfigDocuments.Change.Outdated());
        assertThat(documents.put("a", SECOND, 1)).isEqualTo(new ConfigDocuments.Change.Stored(2));
        assertThat(documents.put("a", FIRST, 1)).isEqualTo(new ConfigDocuments.Change.Outdated());

        assertThat(documents.current("a").orElseThrow().json()).isEqualTo(SECOND);
        assertThat(documents.at("a", 1).orElseThrow().json()).isEqualTo(FIRST);
        assertThat(documents.at("a", 9)).isEmpty();
        assertThat(documents.history("a"))
                .extracting(ConfigDocuments.Revision::number)
                .containsExactly(1L, 2L);
    }

    @Test
    void deletesTheRevisionThatHolds() throws Exception {
        var _ = documents.put("a", FIRST, 0);
        assertThat(documents.delete("a", 7)).isEqualTo(new ConfigDocuments.Change.Outdated());
        assertThat(documents.delete("a", 1)).isInstanceOf(ConfigDocuments.Change.Stored.class);
        assertThat(documents.history("a").getLast().json()).isNull();
    }

    @Test
    void saysThatThereIsNoBucket() {
        var none = new ConfigDocuments(connection, "no-such-bucket");
        assertThatThrownBy(() -> none.current("a")).isInstanceOf(IOException.class);
    }

    @Test
    void followsWhatChanges() throws Exception {
        var _ = documents.put("a", FIRST, 0);
        LiveDocuments live = KvLiveDocuments.follow(connection, "documents");
        assertThat(live.current().documents()).containsOnlyKeys("a");

        var _ = documents.put("b", SECOND, 0);
        Eventually.withinSeconds(10)
                .isTrue("b", () -> live.current().documents().containsKey("b"));
        assertThat(Objects.requireNonNull(live.current().documents().get("b")).json())
                .isEqualTo(SECOND);

        var _ = documents.delete("a", 1);
        Eventually.withinSeconds(10)
                .isTrue("a gone", () -> !live.current().documents().containsKey("a"));
        assertThat(live.current().revision()).isEqualTo(3);
    }
}
