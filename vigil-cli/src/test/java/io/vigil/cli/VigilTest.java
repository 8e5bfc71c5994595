package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VigilTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEveryCommandInItsHelp() {
        assertThat(run("help")).isZero();
        assertThat(out.toString())
                .contains(
                        "up", "down", "status", "logs", "send", "keys", "dlq", "events", "explain", "replay", "bench",
                        "test", "build");
    }

    @ParameterizedTest
    @CsvSource({
        "fly, Unmatched argument",
        "bench --url http://localhost:1 --rate x, '--rate'",
        "bench --url http://localhost:1 --rate 5 --concurrency 5, mutually exclusive",
        "bench --url http://localhost:1 --mode slow, --mode must be fast or full",
        "bench --url http://example.com --rate 5, on this machine",
        "bench --url http://localhost:1 --duration 0, --duration must be",
        "dlq redrive, redrive needs either numbers or --all",
        "dlq redrive 1 --all, redrive needs either numbers or --all",
        "dlq, 'list, show, redrive or purge'",
        "send, TEXT",
        "explain, EVENT",
        "replay, POLICY",
        "keys, 'create, list, show, revoke or rotate'",
        "keys create, '--name'",
        "keys create --name a --expires-in 0, --expires-in must be",
        "keys show ../x, letters and digits",
        "keys rotate abc --overlap 721, --overlap must be",
    })
    void explainsWrongArguments(String arguments, String explanation) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(explanation);
    }

    private int run(String... arguments) {
        CommandLine commands = Vigil.commandLine();
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }
}
