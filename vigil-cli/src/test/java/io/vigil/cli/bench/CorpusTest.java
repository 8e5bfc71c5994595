package io.vigil.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(texts(1)).isEqualTo(texts(1)).isNotEqualTo(texts(2));
    }

    @Test
    void neverSendsTheSameTextTwice() {
        assertThat(texts(1)).doesNotHaveDuplicates();
    }

    @Test
    void mixesShortAndLongTexts() {
        List<String> texts = texts(3);
        assertThat(texts).filteredOn(text -> text.length() > 1_500).hasSize(10);
        assertThat(texts)
                .filteredOn(text -> text.length() > 400 && text.length() <= 1_500)
                .hasSize(20);
        assertThat(texts)
                .filteredOn(text -> text.contains("44051401359") || text.contains("4111") || text.contains("DE89"))
                .hasSize(20);
    }

    private static List<String> texts(long seed) {
        Corpus corpus = new Corpus(new Random(seed), "run");
        return Stream.generate(corpus::next).limit(200).map(Prompt::text).toList();
    }
}
