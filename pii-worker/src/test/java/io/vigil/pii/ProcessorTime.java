package io.vigil.pii;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time of one thread for the texts of {@link PiiBenchmark} and {@link HostileTextBenchmark}: what JMH's
 * elapsed time cannot tell on a machine that others use too. Prints a table.
 */
public final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_MILLIS = 1_000;
    private static final int MEASURED = 21;

    private ProcessorTime() {}

    public static void main(String[] args) {
        // The compilers first have to see a text with everything in it.
        print("before it is warm", PiiBenchmark.LARGE);
        print("500 characters, plain", PiiBenchmark.PLAIN);
        print("500 characters, three values", PiiBenchmark.THREE);
        print("100,000 characters, three values in every 500", PiiBenchmark.LARGE);
        Map<String, String> parts = new TreeMap<>(HostileTextBenchmark.PARTS);
        for (int characters : new int[] {10_000, 100_000}) {
            parts.forEach((what, part) ->
                    print(what + ", " + characters + " characters", part.repeat(characters / part.length())));
        }
    }

    private static void print(String what, String text) {
        long end = THREADS.getCurrentThreadCpuTime() + WARM_UP_MILLIS * 1_000_000L;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            nanos(text);
        }
        long[] nanos = new long[MEASURED];
        Arrays.setAll(nanos, i -> nanos(text));
        Arrays.sort(nanos);
        long median = nanos[MEASURED / 2];
        System.out.printf(
                Locale.ROOT, "| %s | %,d | %d |%n", what, median / 1_000, Math.round((double) median / text.length()));
    }

    /** Found and redacted, once. */
    private static long nanos(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        int length = Found.redacted(text).length();
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        return length < 0 ? 0 : nanos;
    }
}
