package io.vigil.cli.app;

import io.vigil.cli.stack.RunnableApp;
import io.vigil.cli.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Unpacks executable jars with Spring Boot's own tool, once per content: a jar within a jar starts slowly and cannot share classes.
 *
 * @param jdk home of the JDK
 * @param root the checkout
 * @param apps where the unpacked services go, one folder per service and content
 */
public record Unpacker(Path jdk, Path root, Path apps) {

    private static final String CACHE = "classes.aot";

    /**
     * Unpacks what is not unpacked yet.
     *
     * @throws IOException naming the service that was not built or cannot be unpacked
     */
    public Map<Service, RunnableApp> unpackAll() throws IOException, InterruptedException {
        Map<Service, RunnableApp> ready = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Path jar = BuiltJars.find(root, service)
                    .orElseThrow(() -> new IOException(service.module() + " is not built: run ./vigil build"));
            Path home = apps.resolve(service.module());
            Path folder = home.resolve(BuiltJars.hash(jar));
            if (!Files.isDirectory(folder)) {
                deleteTree(home);
                Files.createDirectories(home);
                unpack(service, jar, folder);
            }
            Path cache = folder.resolve(CACHE);
            List<String> flags = Files.isRegularFile(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
            ready.put(service, new RunnableApp(folder.resolve(jar.getFileName()), flags));
        }
        return ready;
    }

    /** Where the class cache of an unpacked service belongs. */
    public static Path cacheOf(RunnableApp app) {
        return app.jar().resolveSibling(CACHE);
    }

    private void unpack(Service service, Path jar, Path folder) throws IOException, InterruptedException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        Process process = new ProcessBuilder(
                        jdk.resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("cannot unpack " + service.module() + ": " + output);
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a folder with everything in it; does nothing when it is absent. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
