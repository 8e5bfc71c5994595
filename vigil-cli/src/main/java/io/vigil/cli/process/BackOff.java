package io.vigil.cli.process;

import java.time.Duration;

/**
 * How long to wait before a crashed child is started again: doubles with each crash, starts anew after a stable run.
 *
 * @param first pause after the first crash
 * @param longest never wait longer
 * @param stable a child that ran this long has recovered
 */
public record BackOff(Duration first, Duration longest, Duration stable) {

    /** 1 s, 2 s, 4 s, … 30 s; a minute counts as stable. */
    public static final BackOff USUAL =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /**
     * The pause after a crash.
     *
     * @param crashes crashes in a row, this one included, at least 1
     */
    public Duration pause(int crashes) {
        Duration pause = first.multipliedBy(1L << Math.min(crashes - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
