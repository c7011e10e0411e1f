package dev.triad.cli.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much of the machine's memory a process holds, together with those that it started. */
final class Memory {
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** In bytes; 0 where the system does not tell. */
    static long bytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> each.pid())
                        .map(Memory::kibibytes)
                        .sum()
                * KIBIBYTE;
    }

    /** The proportional size counts memory that processes share once in all; not every system knows it. */
    private static long kibibytes(long pid) {
        long proportional = field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : resident(pid);
    }

    private static long field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long resident(long pid) {
        try {
            Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader answer = ps.inputReader()) {
                String line = answer.readLine();
                return line == null ? 0 : Long.parseLong(line.strip());
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
