package io.vigil.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "'', no FILE was named",
        "pii, no FILE was named",
        "a.jsonl --mode slow, 'expected one of [FAST, FULL]'",
        "a.jsonl --limit 0, --limit must be at least 1",
        "pii a.jsonl --limit 0, --limit must be at least 1",
    })
    void explainsWrongArguments(String arguments, String explanation) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString()).contains(explanation);
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(run("nowhere.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.jsonl");
    }

    private int run(String... arguments) {
        return Eval.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
