package io.vigil.cli;

import io.vigil.cli.bench.BenchCommand;
import io.vigil.cli.command.DownCommand;
import io.vigil.cli.command.LogsCommand;
import io.vigil.cli.command.PrepareCommand;
import io.vigil.cli.command.SendCommand;
import io.vigil.cli.command.StatusCommand;
import io.vigil.cli.command.UpCommand;
import io.vigil.cli.deadletter.DlqCommand;
import io.vigil.cli.events.EventsCommand;
import io.vigil.cli.events.ExplainCommand;
import io.vigil.cli.events.ReplayCommand;
import io.vigil.cli.keys.KeysCommand;
import io.vigil.cli.policy.PatternsCommand;
import io.vigil.cli.policy.PolicyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./vigil}. */
@Command(
        name = "vigil",
        description = "A self-hosted guard for LLM prompts: the local stack, one prompt, dead letters, load.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SendCommand.class,
            KeysCommand.class,
            DlqCommand.class,
            PolicyCommand.class,
            PatternsCommand.class,
            EventsCommand.class,
            ExplainCommand.class,
            ReplayCommand.class,
            BenchCommand.class,
            PrepareCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Also: vigil build (build everything), vigil dist (an archive that needs no Maven), vigil test [maven arguments] (all tests),",
            "      vigil eval FILE... and vigil eval pii FILE... (measure the decisions on labelled texts)."
        })
public final class Vigil {

    private Vigil() {}

    /** Runs one command and exits with its status: 0 done, 1 failed, 2 wrong arguments. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The commands. Errors are told in one line; {@code VIGIL_STACKTRACE=true} shows where they come from. */
    static CommandLine commandLine() {
        return new CommandLine(new Vigil()).setExecutionExceptionHandler((failure, command, arguments) -> {
            command.getErr().println("vigil: " + (failure.getMessage() == null ? failure : failure.getMessage()));
            if (Boolean.parseBoolean(System.getenv("VIGIL_STACKTRACE"))) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
    }
}
