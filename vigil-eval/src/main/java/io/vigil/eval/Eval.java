package io.vigil.eval;

import io.vigil.eval.command.EvalCommand;
import picocli.CommandLine;

/** Entry point of {@code ./vigil eval}. */
public final class Eval {

    private Eval() {}

    /** Runs the command and exits with its status: 0 done, 1 failed or incomplete, 2 wrong arguments. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The commands. Errors are told in one line; {@code VIGIL_STACKTRACE=true} shows where they come from. */
    static CommandLine commandLine() {
        return new CommandLine(new EvalCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, arguments) -> {
                    command.getErr()
                            .println("vigil eval: " + (failure.getMessage() == null ? failure : failure.getMessage()));
                    if (Boolean.parseBoolean(System.getenv("VIGIL_STACKTRACE"))) {
                        failure.printStackTrace(command.getErr());
                    }
                    return 1;
                });
    }
}
