package io.vigil.pii.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Replacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapRuleTest {

    private static final String TEXT = "abcdefghijklmnopqrstuvwxyz";

    @Test
    void prefersScoreThenLengthThenPosition() {
        assertThat(OverlapRule.settle(TEXT, List.of(at("A", 0, 5, 0.8), at("B", 1, 3, 0.9))))
                .contains(at("B", 1, 3, 0.9));
        assertThat(OverlapRule.settle(TEXT, List.of(at("A", 2, 5, 0.8), at("B", 2, 8, 0.8))))
                .containsExactly(at("B", 2, 8, 0.8));
        assertThat(OverlapRule.settle(TEXT, List.of(at("B", 2, 5, 0.8), at("A", 1, 4, 0.8))))
                .containsExactly(at("A", 1, 4, 0.8), at("B", 4, 5, 0.8));
    }

    @Test
    void keepsTheRestOfALoserButNotItsPunctuation() {
        String text = "Jan 123, Ewa";
        assertThat(OverlapRule.settle(text, List.of(at("PERSON", 0, 12, 0.5), at("ID", 4, 7, 0.9))))
                .containsExactly(at("PERSON", 0, 3, 0.5), at("ID", 4, 7, 0.9), at("PERSON", 9, 12, 0.5));
    }

    @Test
    void neverOverlapsNeverLeaksAndNeverDependsOnOrder() {
        var random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            var candidates = new ArrayList<PiiEntity>();
            var covered = new boolean[TEXT.length()];
            for (int i = random.nextInt(9); i > 0; i--) {
                int start = random.nextInt(TEXT.length());
                int end = start + 1 + random.nextInt(TEXT.length() - start);
                candidates.add(at("T" + random.nextInt(3), start, end, random.nextInt(4) / 4.0));
                Arrays.fill(covered, start, end, true);
            }
            List<PiiEntity> settled = OverlapRule.settle(TEXT, candidates);
            for (int i = 1; i < settled.size(); i++) {
                assertThat(settled.get(i).span().start())
                        .isGreaterThanOrEqualTo(settled.get(i - 1).span().end());
            }
            String redacted = redacted(settled);
            for (int i = 0; i < TEXT.length(); i++) {
                assertThat(redacted.indexOf(TEXT.charAt(i)) < 0).isEqualTo(covered[i]);
            }
            Collections.shuffle(candidates, random);
            assertThat(OverlapRule.settle(TEXT, candidates)).isEqualTo(settled);
        }
    }

    private static String redacted(List<PiiEntity> entities) {
        return Redaction.apply(
                TEXT,
                entities.stream()
                        .map(entity -> new Replacement(entity.span(), "*"))
                        .toList());
    }

    private static PiiEntity at(String type, int start, int end, double score) {
        return new PiiEntity(type, new Span(start, end), score, "[" + type + "]");
    }
}
