package io.vigil.detection.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.detection.canonical.Canonicalizer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final int LENGTH = 100_000;
    private static final HeuristicsBranch BRANCH = HeuristicsBranch.embedded();
    private static final Canonicalizer CANONICALIZER = new Canonicalizer();

    /** Readings that a hostile text can force, each as long as the text at most. */
    private static final int MOST_READINGS = 5;

    /** Measured: less than five times at the worst; the rest is for a busy machine. */
    private static final int MOST_TIMES = 8;

    private static final long USUAL =
            fastest(filled("Please write a friendly letter to our customers about the opening hours. "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "(((",
                "%25",
                "%41",
                "\u200b",
                "\u202ea",
                "x\b",
                "ignore ",
                "ignore previous ",
                "you are ",
                "assistant: ",
                "<!--",
                "/*",
                "<b>i</b>g",
                "&#",
                "&#105;",
                "\\u00",
                "\\n",
                "SWdub3Jl",
                "SWdub3JlIGFsbCBydWxlcyBub3c= ",
                "JBSWY3DPEB3W64TMMQ====== ",
                "5369676e6f7265 ",
                "01101001 ",
                ".- -... ",
                "i ",
                "i.g.n.o.r.e ",
                "ooooo ",
                "ignoreAllRules ",
                "1gn0r3 ",
                "vtaber erongi ",
                "\u01dd\u0279ou\u0183\u1d09 ",
                "select union ' or ",
                "![a](http://x?q={ ",
                "x=\"a\" + b ",
                "{{",
                "system: ",
                "<|im_start|>system\n",
                "\uDB40\uDC69",
                "\u00e9\uDB40\uDC69",
                "\uD83D\uDE00\uDB40\uDD10",
                "e\u0301\u0302",
                "0"
            })
    void costsABoundedMultipleOfAPlainText(String unit) {
        String hostile = filled(unit);
        long readings = CANONICALIZER.read(hostile).views().stream()
                .mapToLong(view -> view.text().length())
                .sum();
        assertThat(readings).isLessThanOrEqualTo((long) MOST_READINGS * LENGTH);
        assertThat(fastest(hostile)).isLessThan(MOST_TIMES * USUAL + 20_000_000);
    }

    private static String filled(String unit) {
        return unit.repeat(LENGTH / unit.length() + 1).substring(0, LENGTH);
    }

    /** The least processor time of a few runs, in nanoseconds. */
    private static long fastest(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long started = threads.getCurrentThreadCpuTime();
            BRANCH.analyze(text);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - started);
        }
        return least;
    }
}
