package io.vigil.eval.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.eval.guard.Guard;
import io.vigil.eval.guard.Judgement;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import io.vigil.message.Decision;
import io.vigil.message.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger mostWorking = new AtomicInteger();
    private final List<Integer> told = new CopyOnWriteArrayList<>();

    @Test
    void keepsTheOrderOfTheTextsAndCountsThoseWithoutADecision() throws InterruptedException {
        var samples = IntStream.range(0, 100).mapToObj(ScoringTest::sample).toList();
        var scores = new Scoring(new OddsOnly(), 4, (done, all) -> told.add(done)).of(samples);
        assertThat(scores.scored())
                .extracting(one -> one.judgement().threatScore())
                .isEqualTo(IntStream.range(0, 50).mapToObj(i -> 2 * i + 1).toList());
        assertThat(scores.failures()).isEqualTo(Map.of("even", 50));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void worksOnNoMoreAtATimeThanAllowed() throws InterruptedException {
        var samples = IntStream.range(0, 200).mapToObj(ScoringTest::sample).toList();
        new Scoring(new OddsOnly(), 3, (done, all) -> {}).of(samples);
        assertThat(mostWorking.get()).isBetween(1, 3);
    }

    private static Sample sample(int number) {
        return new Sample(
                new Sample.Place("f", number), Integer.toString(number), true, "kind", "en", Source.USER_INPUT);
    }

    /** Decides about odd numbers. */
    private final class OddsOnly implements Guard {

        @Override
        public String description() {
            return "odds only";
        }

        @Override
        public Judgement judge(Sample sample) throws NoDecisionException {
            mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
            try {
                int number = Integer.parseInt(sample.text());
                if (number % 2 == 0) {
                    throw new NoDecisionException("even");
                }
                return new Judgement(Decision.ALLOW, number, 30, Map.of(), List.of());
            } finally {
                working.decrementAndGet();
            }
        }

        @Override
        public void close() {}
    }
}
