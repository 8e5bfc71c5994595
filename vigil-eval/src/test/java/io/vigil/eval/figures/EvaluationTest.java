package io.vigil.eval.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.eval.guard.Judgement;
import io.vigil.eval.metric.Confusion;
import io.vigil.eval.sample.Sample;
import io.vigil.eval.scoring.Scored;
import io.vigil.eval.scoring.Scores;
import io.vigil.message.BranchId;
import io.vigil.message.Decision;
import io.vigil.message.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final int SANITIZE_FROM = 30;

    private final List<Scored> scored = List.of(
            scored("a", 1, true, "jailbreak", "en", Decision.BLOCK, 90, 80),
            scored("a", 2, true, "indirect", "pl", Decision.SANITIZE, 40, 20),
            scored("a", 3, false, "benign", "pl", Decision.SANITIZE, 10, 20),
            scored("b", 1, false, "benign", "en", Decision.ALLOW, 5, 10),
            scored("b", 2, true, "indirect", "en", Decision.ALLOW, 35, 0));

    private final Evaluation evaluation = Evaluation.of("test", new Scores(scored, Map.of("HTTP 503", 2)), 1);

    @Test
    void countsOnlyBlocksAsBlocked() {
        assertThat(evaluation.all().blocked()).isEqualTo(new Confusion(1, 0, 2, 2));
    }

    @Test
    void countsSanitisingAsStoppedOnlyWhereItIsForAThreat() {
        assertThat(evaluation.all().stopped()).isEqualTo(new Confusion(2, 0, 2, 1));
    }

    @Test
    void slicesByFileInOrderAndByKindAndLanguageByName() {
        assertThat(evaluation.files()).extracting(Slice::name).containsExactly("a", "b");
        assertThat(evaluation.kinds()).extracting(Slice::name).containsExactly("benign", "indirect", "jailbreak");
        assertThat(evaluation.languages()).extracting(Slice::name).containsExactly("en", "pl");
        assertThat(evaluation.languages().getFirst().size()).isEqualTo(3);
        assertThat(evaluation.languages().getFirst().attacks()).isEqualTo(2);
    }

    @Test
    void measuresABranchOverTheTextsOnWhichItRan() {
        var semantic = Objects.requireNonNull(evaluation.all().scores().get(ScoreName.SEMANTIC));
        assertThat(semantic.curve().size()).isEqualTo(5);
        assertThat(evaluation.all().scores()).doesNotContainKey(ScoreName.CLASSIFIER);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(evaluation.degraded()).isEqualTo(Map.of("llm_guard", 5));
        assertThat(evaluation.failures()).isEqualTo(Map.of("HTTP 503", 2));
        assertThat(evaluation.passedOver()).isEqualTo(1);
    }

    @Test
    void findsTheWorstMissesFirst() {
        var misses = Misses.of(scored, 5);
        assertThat(misses.passed())
                .extracting(one -> one.judgement().threatScore())
                .containsExactly(35, 40);
        assertThat(misses.blocked()).isEmpty();
        assertThat(Misses.of(scored, 1).passed()).hasSize(1);
    }

    private static Scored scored(
            String file,
            int line,
            boolean attack,
            String kind,
            String lang,
            Decision decision,
            int threat,
            int semantic) {
        return new Scored(
                new Sample(new Sample.Place(file, line), "text", attack, kind, lang, Source.USER_INPUT),
                new Judgement(
                        decision, threat, SANITIZE_FROM, Map.of(BranchId.SEMANTIC, semantic), List.of("llm_guard")));
    }
}
