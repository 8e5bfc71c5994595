package io.vigil.pii;

import io.vigil.message.PiiEntity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What texts cost that are made to cost much, in two lengths: the time for each character must be the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HostileTextBenchmark {

    static final Map<String, String> PARTS = Map.of(
            "digits", "1234567890",
            "one digit", "4",
            "spaced digits", "4 ",
            "one letter", "a",
            "open brackets", "[(",
            "brackets and digits", "(((22)",
            "mailboxes", "a.b@",
            "context words", "pesel nip karta tel dob 12 34 56 78 90 12 ",
            "repeated values", "jan@example.pl 601-234-567 44051401359 ");

    @Param({
        "digits",
        "one digit",
        "spaced digits",
        "one letter",
        "open brackets",
        "brackets and digits",
        "mailboxes",
        "context words",
        "repeated values"
    })
    private String what = "";

    @Param({"10000", "100000"})
    private int characters;

    private String text = "";

    @Setup
    public void fill() {
        String part = Objects.requireNonNull(PARTS.get(what));
        text = part.repeat(characters / part.length());
    }

    /** Everything that is found. */
    @Benchmark
    public List<PiiEntity> find() {
        return Found.in(text);
    }
}
