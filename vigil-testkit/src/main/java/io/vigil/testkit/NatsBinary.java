package io.vigil.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program {@code nats-server} on this machine.
 *
 * @param path absolute path
 * @param major first number of its version
 * @param minor second number of its version
 */
record NatsBinary(Path path, int major, int minor) {

    /** Environment variable that names the program. */
    static final String VARIABLE = "NATS_SERVER_BIN";

    /** Where {@code ./vigil} puts the program, relative to the checkout. */
    static final Path PROVISIONED = Path.of(".vigil/nats/usr/sbin/nats-server");

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\d+");

    /** Whether it is 2.10 or later: filters on many subjects, S2. */
    boolean isRecentEnough() {
        return major > 2 || (major == 2 && minor >= 10);
    }

    /**
     * Finds the program: the environment variable alone where it is set, else the search path, then the checkout.
     *
     * @throws AssertionError when there is none of version 2.10 or later
     */
    static NatsBinary find() {
        List<String> unfit = new ArrayList<>();
        for (Path candidate : candidates(System.getenv(VARIABLE), System.getenv("PATH"), Checkout.root())) {
            if (Files.isExecutable(candidate)) {
                NatsBinary binary = inspect(candidate);
                if (binary.isRecentEnough()) {
                    return binary;
                }
                unfit.add(candidate + " is " + binary.major + "." + binary.minor);
            }
        }
        throw new AssertionError("These tests need nats-server 2.10 or later, and `./vigil test` obtains one."
                + " Or name one in " + VARIABLE + "." + (unfit.isEmpty() ? "" : " Found, but too old: " + unfit));
    }

    static List<Path> candidates(@Nullable String named, @Nullable String searchPath, Path checkout) {
        if (named != null && !named.isBlank()) {
            return List.of(Path.of(named));
        }
        List<Path> candidates = new ArrayList<>();
        if (searchPath != null) {
            for (String directory : searchPath.split(File.pathSeparator, -1)) {
                if (!directory.isBlank()) {
                    candidates.add(Path.of(directory, "nats-server"));
                }
            }
        }
        candidates.add(checkout.resolve(PROVISIONED));
        return candidates;
    }

    static NatsBinary inspect(Path path) {
        try {
            Process process = new ProcessBuilder(path.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parse(path, answer);
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be run", e);
        }
    }

    static NatsBinary parse(Path path, String answer) {
        Matcher version = VERSION.matcher(answer);
        if (!version.find()) {
            throw new AssertionError(path + " does not tell its version");
        }
        return new NatsBinary(path, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }
}
