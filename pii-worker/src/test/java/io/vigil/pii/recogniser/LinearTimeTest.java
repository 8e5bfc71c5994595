package io.vigil.pii.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten times the text takes about ten times as long, whatever it is made of. */
class LinearTimeTest {

    private static final int SMALL = 10_000;
    private static final int LARGE = 100_000;
    /** Below this, in nanoseconds, the measurement says more about the machine than about the text. */
    private static final long FLOOR = 1_000_000;
    /** Counts the processor's time, so that a busy machine does not matter. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("digits", fill("1234567890")),
                Arguments.of("one digit", fill("4")),
                Arguments.of("spaced digits", fill("4 ")),
                Arguments.of("groups", fill("4532 0151 ")),
                Arguments.of("at signs", fill("@")),
                Arguments.of("mailboxes", fill("a.b@")),
                Arguments.of("addresses", fill("a@b.pl ")),
                Arguments.of("colons", fill("ab::1:")),
                Arguments.of("dots", fill("1.2.3.4.")),
                Arguments.of("brackets", fill("+48(0)")),
                Arguments.of("letters and digits", fill("GB82WEST")),
                Arguments.of("words", fill("numer telefonu i karta ")),
                Arguments.of("spaces nobody sees", fill("4\u200B")),
                Arguments.of(
                        "numbers beside words for all of them", fill("pesel nip karta tel dob 12 34 56 78 90 12 ")),
                Arguments.of("digits beside words", fill("pesel karta konto tel " + "4 ".repeat(400))),
                Arguments.of("open brackets", fill("(")),
                Arguments.of("brackets with numbers", fill("(((22)")),
                Arguments.of("letters", fill("a")),
                Arguments.of("hexadecimal", fill("ab:cd.")),
                Arguments.of("pages", fill("http://")),
                Arguments.of("pages without end", fill("www.a")),
                Arguments.of("web tokens", fill("eyJhbGciOiJub25lIn0.")),
                Arguments.of("private keys", fill("-----BEGIN PRIVATE KEY-----")),
                Arguments.of("keys", fill("sk-AKIA SG.")),
                Arguments.of("coins", fill("bc1q1A1zP1eP5QGe ")),
                Arguments.of("dates", fill("1.1.1999 ")),
                Arguments.of("names", fill("Anna Kowalska and ")),
                Arguments.of("one long name", fill("Anna ")),
                Arguments.of("initials", fill("J. ")),
                Arguments.of("addresses in a row", fill("ul. Prosta 5, ")),
                Arguments.of("companies", fill("Bank of ")),
                Arguments.of("hyphens in words", fill("a-b-")),
                Arguments.of("capitals", fill("Xy ")),
                Arguments.of("house numbers", fill("12 Xy ")),
                Arguments.of("dashes", fill("-")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void growsWithTheTextAndNoFaster(String name, IntFunction<String> text) {
        String small = text.apply(SMALL);
        String large = text.apply(LARGE);
        for (int i = 0; i < 3; i++) {
            Found.in(small);
        }
        double ratio = (double) best(large) / Math.max(FLOOR, best(small));
        assertThat(ratio).as("time for ten times the text").isLessThan(30);
    }

    private static long best(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Found.in(text);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    private static IntFunction<String> fill(String part) {
        return length -> part.repeat(length / part.length());
    }
}
