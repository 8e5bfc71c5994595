package io.vigil.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void leavesTextWithoutReplacementsAsItIs() {
        assertThat(Redaction.apply("nothing here", List.of())).isEqualTo("nothing here");
    }

    @Test
    void replacesInAnyOrder() {
        assertThat(Redaction.apply("call 123 or a@b.pl", List.of(at(12, 18, "[EMAIL]"), at(5, 8, "[PHONE]"))))
                .isEqualTo("call [PHONE] or [EMAIL]");
    }

    @Test
    void replacesOverlappingSpansOnceByTheTextOfTheLongest() {
        assertThat(Redaction.apply("0123456789", List.of(at(1, 4, "[A]"), at(3, 9, "[B]"), at(8, 10, "[C]"))))
                .isEqualTo("0[B]");
    }

    @Test
    void prefersTheEarlierThenTheFirstListedAmongEquallyLong() {
        assertThat(Redaction.apply("0123456789", List.of(at(3, 6, "[B]"), at(1, 4, "[A]"))))
                .isEqualTo("0[A]6789");
        assertThat(Redaction.apply("0123", List.of(at(1, 3, "[X]"), at(1, 3, "[Y]"))))
                .isEqualTo("0[X]3");
    }

    @Test
    void keepsTouchingSpansApart() {
        assertThat(Redaction.apply("abcd", List.of(at(0, 2, "[A]"), at(2, 4, "[B]"))))
                .isEqualTo("[A][B]");
    }

    @Test
    void widensASpanThatCutsASurrogatePair() {
        String text = "x\uD83D\uDE00y";
        assertThat(Redaction.apply(text, List.of(at(2, 4, "[A]")))).isEqualTo("x[A]");
        assertThat(Redaction.apply(text, List.of(at(0, 2, "[A]")))).isEqualTo("[A]y");
    }

    @Test
    void refusesASpanBehindTheTextWithoutQuotingIt() {
        assertThatThrownBy(() -> Redaction.apply("secret", List.of(at(0, 7, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    /** Every character of the text is unique, so a covered one that survives is found. */
    @Test
    void leavesNoCoveredCharacterAndLosesNoOther() {
        var random = new Random(20261121);
        for (int round = 0; round < 5_000; round++) {
            int length = 1 + random.nextInt(60);
            String text = uniqueCharacters(length);
            var replacements = new ArrayList<Replacement>();
            var covered = new boolean[length];
            for (int i = random.nextInt(8); i > 0; i--) {
                int start = random.nextInt(length);
                int end = start + 1 + random.nextInt(length - start);
                replacements.add(at(start, end, "*"));
                Arrays.fill(covered, start, end, true);
            }
            String redacted = Redaction.apply(text, replacements);
            for (int i = 0; i < length; i++) {
                assertThat(redacted.indexOf(text.charAt(i)) < 0).isEqualTo(covered[i]);
            }
            var shuffled = new ArrayList<>(replacements);
            Collections.shuffle(shuffled, random);
            assertThat(Redaction.apply(text, shuffled)).isEqualTo(redacted);
        }
    }

    private static String uniqueCharacters(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('\u4E00' + i));
        }
        return text.toString();
    }

    private static Replacement at(int start, int end, String with) {
        return new Replacement(new Span(start, end), with);
    }
}
