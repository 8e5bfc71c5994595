package io.vigil.cli.remote;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which gateway a command asks, and how it shows the answer. */
public final class AnswerOptions {

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(names = "--json", description = "print the answer as it came")
    private boolean json;

    /** Asks without a body. */
    public Remote.Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null);
    }

    /**
     * Asks.
     *
     * @param document JSON, or null for none
     * @param ifMatch entity tag that the change is made for, or null for none
     * @throws IOException nothing answers there
     */
    public Remote.Reply send(String method, String path, @Nullable String document, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        return remote.remote().send(method, path, document, ifMatch);
    }

    /** Prints an answer, as it came where that is wished, else by the view, and gives the status to exit with. */
    public int shown(Remote.Reply reply, Runnable view) {
        if (json) {
            System.out.println(reply.body());
        } else if (reply.done()) {
            view.run();
        } else {
            System.err.println(reply.problem());
        }
        return reply.done() ? 0 : 1;
    }
}
