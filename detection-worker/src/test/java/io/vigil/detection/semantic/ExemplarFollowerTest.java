package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.detection.semantic.exemplar.AddedExemplar;
import io.vigil.detection.semantic.exemplar.AddedExemplars;
import io.vigil.detection.semantic.exemplar.Exemplar;
import io.vigil.liveconfig.LiveConfig;
import io.vigil.testkit.Eventually;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExemplarFollowerTest {
    private static final ExemplarIndex FIRST = index("first");
    private static final ExemplarIndex SECOND = index("second");
    private static final ExemplarIndex THIRD = index("third");

    private final AtomicReference<LiveConfig.Snapshot<AddedExemplars>> inForce =
            new AtomicReference<>(new LiveConfig.Snapshot<>(AddedExemplars.none(), 0));
    private final CountDownLatch embedding = new CountDownLatch(1);
    private final CountDownLatch embedded = new CountDownLatch(1);

    @Test
    void comparesWithTheLastRevisionWhileTheNextIsEmbedded() throws Exception {
        try (var follower = new ExemplarFollower(inForce::get, this::slowly).started()) {
            put("slow", 1);
            embedding.await();

            assertThat(follower.current()).isSameAs(FIRST);

            embedded.countDown();
            Eventually.withinSeconds(10).becomes("index", SECOND, follower::current);
        }
    }

    @Test
    void keepsTheLastRevisionThatCouldBeEmbedded() {
        embedded.countDown();
        try (var follower = new ExemplarFollower(inForce::get, this::slowly).started()) {
            put("slow", 1);
            Eventually.withinSeconds(10).becomes("index", SECOND, follower::current);

            put("broken", 2);
            put("good", 3);

            Eventually.withinSeconds(10).becomes("index", THIRD, follower::current);
        }
    }

    private void put(String id, long revision) {
        var added = new AddedExemplars(List.of(new AddedExemplar(id, "C", "en", "text")), List.of());
        inForce.set(new LiveConfig.Snapshot<>(added, revision));
    }

    private ExemplarIndex slowly(AddedExemplars added) {
        if (added.attacks().isEmpty()) {
            return FIRST;
        }
        if (added.attacks().getFirst().id().equals("broken")) {
            throw new IllegalStateException("no memory");
        }
        embedding.countDown();
        try {
            embedded.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return added.attacks().getFirst().id().equals("slow") ? SECOND : THIRD;
    }

    private static ExemplarIndex index(String id) {
        var entry = new ExemplarIndex.Entry(new Exemplar(id, "C", "text"), new float[SentenceEncoder.DIMENSION]);
        return ExemplarIndex.shipped(List.of(entry), List.of(entry));
    }
}
