package io.vigil.clickhouse.local;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;

/**
 * The program that runs ClickHouse out of {@code libchdb.so} (26.7 or later), which carries {@code clickhouse-local} with
 * ClickHouse's own HTTP listener. {@link LocalClickHouse} starts it as a child process.
 *
 * <p>Arguments: path of the library, data directory, HTTP port, {@code attached} or {@code detached}. Attached, it ends
 * when its standard input ends, so that it cannot outlive the process that started it; detached, it runs until a signal
 * ends it. One process per data directory.
 *
 * <p>It is one class without nested classes, because it is copied out of the class path to be started alone.
 */
public final class EmbeddedClickHouse {

    private EmbeddedClickHouse() {}

    /** Runs the server; returns only when it has ended. */
    public static void main(String[] args) throws Throwable {
        if (args.length != 4) {
            throw new IllegalArgumentException("needs: library, data directory, HTTP port, attached|detached");
        }
        if (args[3].equals("detached")) {
            keepStandardInputOpen();
        }
        System.exit(serve(Path.of(args[0]), args[1], args[2]));
    }

    @SuppressWarnings("restricted") // the whole purpose of this process is to run native code
    private static int serve(Path library, String data, String port) throws Throwable {
        Arena arena = Arena.global();
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
        Linker linker = Linker.nativeLinker();
        // The engine's own handler of SIGSEGV would break the virtual machine's: it goes off before anything else.
        linker.downcallHandle(
                        symbols.findOrThrow("chdb_set_signal_handlers_enabled"), FunctionDescriptor.ofVoid(JAVA_INT))
                .invokeExact(0);
        var run = linker.downcallHandle(
                symbols.findOrThrow("chdb_query_cmdline"), FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        var error = linker.downcallHandle(
                symbols.findOrThrow("chdb_result_error"), FunctionDescriptor.of(ADDRESS, ADDRESS));
        List<String> command = List.of(
                "clickhouse-local",
                "--path",
                data,
                "--listen_host",
                "127.0.0.1",
                "--http_port",
                port,
                "--query",
                // Reading the standard input is what keeps the process: it lasts until the input ends.
                "SYSTEM START LISTEN HTTP; SELECT * FROM file('stdin', 'LineAsString', 'l String') FORMAT Null");
        MemorySegment arguments = arena.allocate(ADDRESS, command.size() + 1L);
        for (int i = 0; i < command.size(); i++) {
            arguments.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
        }
        var result = (MemorySegment) run.invokeExact(command.size(), arguments);
        var message = (MemorySegment) error.invokeExact(result);
        if (message.address() == 0) {
            return 0;
        }
        System.err.println(message.reinterpret(Long.MAX_VALUE).getString(0));
        return 1;
    }

    /** Puts a pipe that nobody writes to, and nobody closes, in the place of the standard input. */
    @SuppressWarnings("restricted") // two calls of the C library that Java has no counterpart for
    private static void keepStandardInputOpen() throws Throwable {
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        var pipe = linker.downcallHandle(libc.findOrThrow("pipe"), FunctionDescriptor.of(JAVA_INT, ADDRESS));
        var dup2 = linker.downcallHandle(libc.findOrThrow("dup2"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        MemorySegment ends = Arena.global().allocate(JAVA_INT, 2);
        int opened = (int) pipe.invokeExact(ends);
        int replaced = opened < 0 ? opened : (int) dup2.invokeExact(ends.get(JAVA_INT, 0), 0);
        if (replaced < 0) {
            throw new IllegalStateException("cannot keep the standard input open");
        }
    }
}
