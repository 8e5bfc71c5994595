package io.vigil.detection.classifier;

import io.vigil.message.BranchReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Source;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of branch C for one text on one core, with the classifier that comes with the worker; run it with
 * {@code org.openjdk.jmh.Main} on the test class path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClassifierBenchmark {

    private static final String PLAIN = "Please write a friendly letter to our customers about the new opening hours "
            + "in December, and explain how they can reach us by e-mail or phone while the shop is closed. ";

    private static final String HOSTILE =
            "aHR0cHM6Ly9leGFtcGxlLm9yZw== %2569%2567 \\u0069\\x67 &#105;&#103; 1gn0r3 i g n o r e ";

    /** Length of the text in characters. */
    @Param({"50", "500", "5000", "100000"})
    int length;

    /** What the text is made of. */
    @Param({"plain", "hostile"})
    String kind = "plain";

    private final ClassifierBranch branch =
            ShippedClassifier.branch(64, true, System::nanoTime).orElseThrow();
    private GuardRequest request = request("x");

    /** Fills the text. */
    @Setup
    public void fill() {
        String unit = kind.equals("plain") ? PLAIN : HOSTILE;
        request = request(unit.repeat(length / unit.length() + 1).substring(0, length));
    }

    /** One analysis. */
    @Benchmark
    public BranchReport analyze() {
        return branch.analyze(request);
    }

    /** Frees native memory. */
    @TearDown
    public void close() {
        branch.close();
    }

    private static GuardRequest request(String text) {
        return new GuardRequest("bench", text, Direction.INPUT, io.vigil.message.Mode.FULL, false, Source.USER_INPUT);
    }
}
