package io.vigil.pii;

import io.vigil.message.PiiEntity;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.language.NgramLanguageGuess;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one text costs. Compile with the profile {@code bench}, run {@code org.openjdk.jmh.Main PiiBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PiiBenchmark {

    private static final String SENTENCE =
            "Please write a short summary of the quarterly report for the board, with points on revenue and cost. ";

    static final String PLAIN = SENTENCE.repeat(5);
    static final String THREE = SENTENCE.repeat(2)
            + "Karta 4532 0151 1283 0366, PESEL 44051401359, jan.kowalski@example.pl. "
            + SENTENCE.repeat(2);
    static final String LARGE = THREE.repeat(100_000 / THREE.length());

    private final String hostile = "4 ".repeat(50_000);
    private final LanguageGuess language = NgramLanguageGuess.load();

    /** 500 characters of plain text. */
    @Benchmark
    public List<PiiEntity> plainText() {
        return Found.in(PLAIN);
    }

    /** 500 characters with a card, a PESEL and an e-mail address, redacted. */
    @Benchmark
    public String threeEntitiesRedacted() {
        return Found.redacted(THREE);
    }

    /** 500 characters with a card, a PESEL and an e-mail address. */
    @Benchmark
    public List<PiiEntity> threeEntities() {
        return Found.in(THREE);
    }

    /** 100,000 characters with a card, a PESEL and an e-mail address in every 500. */
    @Benchmark
    public List<PiiEntity> largeText() {
        return Found.in(LARGE);
    }

    /** The same, redacted. */
    @Benchmark
    public String largeTextRedacted() {
        return Found.redacted(LARGE);
    }

    /** 100,000 characters of spaced digits. */
    @Benchmark
    public List<PiiEntity> spacedDigits() {
        return Found.in(hostile);
    }

    /** The language of 500 characters. */
    @Benchmark
    public String languageOfPlainText() {
        return language.of(PLAIN);
    }
}
