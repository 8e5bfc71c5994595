package io.vigil.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTokenizerTest {
    private static Vocabulary vocabulary;
    private static WordPieceTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        vocabulary = Vocabulary.read(Objects.requireNonNull(
                WordPieceTokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")));
        tokenizer = new WordPieceTokenizer(vocabulary);
    }

    /** The ids are those of Hugging Face's tokenizers 0.21 for the same file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, World! | 7592 1010 2088 999",
                "unaffable naïve | 14477 20961 3468 15743",
                "Zażółć gęślą jaźń | 23564 6844 18818 2278 16216 14540 2050 14855 2480 2078",
                "你好 world | 100 100 2088",
                "a\u200Bb | 11113",
                "foo\u0001bar | 29379 8237",
                "[CLS] x | 1031 18856 2015 1033 1060"
            })
    void cutsAsTheModelWasTrained(String text, String ids) {
        var expected = Arrays.stream(ids.split(" ")).map(Integer::valueOf).toList();

        assertThat(idsOf(text)).isEqualTo(expected);
    }

    @Test
    void knowsWhereEachPieceCameFrom() {
        var text = "  Naïve—TOKENS\uD83D\uDE00 UNAFFABLE";
        var tokens = tokenizer.tokenize(text);

        var pieces = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            pieces.add(text.substring(tokens.start(i), tokens.end(i)));
        }
        assertThat(pieces).containsExactly("Naïve", "—", "TOKENS\uD83D\uDE00", "UNA", "FFA", "BLE");
    }

    /** What Hugging Face's BertNormalizer does with these settings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lowercase\":false,\"strip_accents\":null | Łódź | 4",
                "\"lowercase\":false,\"strip_accents\":null | ŁÓDŹ | 0",
                "\"lowercase\":false,\"strip_accents\":true | Łódź | 5",
                "\"lowercase\":true,\"strip_accents\":false | ŁÓDŹ | 6",
                "\"lowercase\":true,\"strip_accents\":null | ŁÓDŹ | 7"
            })
    void readsCapitalsAndMarksAsTheModelDoes(String normalizer, String text, int id) throws IOException {
        var file = "{\"normalizer\":{" + normalizer + "},\"model\":{\"vocab\":{\"[UNK]\":0,\"[CLS]\":1,\"[SEP]\":2,"
                + "\"ul\":3,\"Łódź\":4,\"Łodz\":5,\"łódź\":6,\"łodz\":7}}}";
        var tokens = new WordPieceTokenizer(Vocabulary.read(stream(file))).tokenize(text);

        assertThat(tokens.size()).isEqualTo(1);
        assertThat(tokens.id(0)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"Anna, 3", "anna, 4"})
    void readsCapitalsWhereTheListOfPiecesHasSome(String text, int id) throws IOException {
        var cased = Vocabulary.readLines(stream("[UNK]\n[CLS]\n[SEP]\nAnna\nanna\n"));

        assertThat(new WordPieceTokenizer(cased).tokenize(text).id(0)).isEqualTo(id);
    }

    @Test
    void readsNoCapitalsWhereOnlySpecialPiecesHaveSome() throws IOException {
        var uncased = Vocabulary.readLines(stream("[UNK]\n[CLS]\n[SEP]\nanna\n"));

        assertThat(new WordPieceTokenizer(uncased).tokenize("ANNA").id(0)).isEqualTo(3);
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void callsAWordOfMoreThanAHundredLettersUnknown() {
        int unknown = vocabulary.special("[UNK]");

        assertThat(idsOf("a".repeat(101))).containsExactly(unknown);
        assertThat(idsOf("a".repeat(100))).doesNotContain(unknown);
    }

    @Test
    void keepsPlacesInOrderAndInsideTheTextWhateverTheText() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 3000; round++) {
            var text = randomText(random);
            var tokens = tokenizer.tokenize(text);
            int last = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).isGreaterThanOrEqualTo(last).isLessThan(tokens.end(i));
                assertThat(tokens.end(i)).isLessThanOrEqualTo(text.length());
                assertThat(tokens.id(i)).isBetween(0, vocabulary.size() - 1);
                last = tokens.start(i);
            }
        }
    }

    private static String randomText(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            int limit = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x800 : 0x20000;
            text.appendCodePoint(random.nextInt(limit));
        }
        return text.toString();
    }

    private static List<Integer> idsOf(String text) {
        var tokens = tokenizer.tokenize(text);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            ids.add(tokens.id(i));
        }
        return ids;
    }
}
