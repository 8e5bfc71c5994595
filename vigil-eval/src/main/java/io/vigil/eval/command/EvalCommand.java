package io.vigil.eval.command;

import io.vigil.eval.embedded.EmbeddedGuard;
import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.Misses;
import io.vigil.eval.gateway.GatewayGuard;
import io.vigil.eval.guard.Guard;
import io.vigil.eval.report.HtmlReport;
import io.vigil.eval.report.JsonReport;
import io.vigil.eval.report.ScoreLines;
import io.vigil.eval.report.TextReport;
import io.vigil.eval.sample.Sample;
import io.vigil.eval.sample.Samples;
import io.vigil.eval.scoring.Scores;
import io.vigil.eval.scoring.Scoring;
import io.vigil.message.Mode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./vigil eval}. */
@Command(
        name = "vigil eval",
        mixinStandardHelpOptions = true,
        subcommands = PiiCommand.class,
        description =
                "Measure the decisions on labelled texts: {\"text\",\"label\":\"attack\"|\"benign\",\"kind\",\"lang\"} per line.")
public final class EvalCommand implements Callable<Integer> {

    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(names = "--mode", defaultValue = "full", description = "fast or full (${DEFAULT-VALUE})")
    private Mode mode = Mode.FULL;

    @Option(
            names = "--show-misses",
            paramLabel = "N",
            description = "print the N worst misses of each sort with the beginning of their texts")
    private int misses;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "ask the gateway at this address instead of the embedded engines")
    private @Nullable URI url;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "texts at a time (default: one for each processor core)")
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(names = "--html", paramLabel = "FILE", description = "also write a page with tables and curves")
    private @Nullable Path html;

    @Option(names = "--scores", paramLabel = "FILE", description = "also write what each text scored, without the text")
    private @Nullable Path scoreFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (concurrency < 1) {
            throw new ParameterException(spec.commandLine(), "--concurrency must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Sample> samples = new ArrayList<>();
        int passedOver = 0;
        for (Path file : shared.files()) {
            Samples read = Samples.read(file, shared.limit());
            samples.addAll(read.texts());
            passedOver += read.passedOver();
        }
        try (Guard guard = guard()) {
            Scores scores = new Scoring(guard, concurrency, progress()).of(samples);
            var evaluation = Evaluation.of(guard.description(), scores, passedOver);
            out.println(TextReport.of(evaluation));
            if (misses > 0) {
                out.println(TextReport.of(Misses.of(scores.scored(), misses)));
            }
            shared.writeJson(JsonReport.of(evaluation));
            if (html != null) {
                Files.writeString(html, HtmlReport.of(evaluation));
            }
            if (scoreFile != null) {
                ScoreLines.write(scoreFile, scores.scored());
            }
            return scores.failed() == 0 && !scores.scored().isEmpty() ? 0 : 1;
        }
    }

    private Guard guard() {
        try {
            return url == null ? new EmbeddedGuard(mode) : new GatewayGuard(url, mode);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private TerminalProgress progress() {
        return new TerminalProgress(spec.commandLine().getErr(), CommandLine.Help.Ansi.AUTO.enabled());
    }
}
