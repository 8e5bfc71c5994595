package io.vigil.eval.command;

import io.vigil.eval.annotation.Agreement;
import io.vigil.eval.annotation.AnnotatedText;
import io.vigil.eval.annotation.Comparison;
import io.vigil.eval.annotation.EntityNames;
import io.vigil.eval.embedded.EmbeddedScreening;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.report.AnnotationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigil eval pii}. */
@Command(
        name = "pii",
        mixinStandardHelpOptions = true,
        description = "Measure how well personal data is found:"
                + " {\"text\",\"spans\":[{\"start\",\"end\",\"entity\"}]} per line, positions in code points.")
final class PiiCommand implements Callable<Integer> {

    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(names = "--show-misses", paramLabel = "N", description = "print N misses of each sort and entity, quoted")
    private int misses;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, NoDecisionException, InterruptedException {
        var names = EntityNames.shipped();
        var files = new ArrayList<Agreement>();
        var all = new ArrayList<Comparison>();
        try (var screening = new EmbeddedScreening()) {
            for (Path file : shared.files()) {
                var texts = AnnotatedText.read(file, shared.limit(), names);
                var comparisons = compared(texts, screening, names);
                files.add(Agreement.of(String.valueOf(file.getFileName()), comparisons));
                all.addAll(comparisons);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        var together = Agreement.of("all", all);
        files.forEach(file -> out.println(AnnotationReport.text(file)));
        if (files.size() > 1) {
            out.println(AnnotationReport.text(together));
        }
        if (misses > 0) {
            out.println(AnnotationReport.misses(all, misses));
        }
        shared.writeJson(AnnotationReport.json(together, files));
        return all.isEmpty() ? 1 : 0;
    }

    private static List<Comparison> compared(List<AnnotatedText> texts, EmbeddedScreening screening, EntityNames names)
            throws NoDecisionException, InterruptedException {
        var comparisons = new ArrayList<Comparison>(texts.size());
        for (AnnotatedText text : texts) {
            comparisons.add(new Comparison(text, screening.find(text), names));
        }
        return comparisons;
    }
}
