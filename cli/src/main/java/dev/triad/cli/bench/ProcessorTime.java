package dev.triad.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much time processors have spent on a process, with all that it started. */
final class ProcessorTime {
    /** Where the four times stand, counted after the process's name: own, system's, and of children that ended. */
    private static final int FIRST = 11;

    private static final int LAST = 14;
    /** What Linux counts in, for programs, on every processor. */
    private static final double TICKS_A_SECOND = 100;

    private ProcessorTime() {}

    /** In seconds; 0 where the system does not tell. */
    static double seconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> ticks(each.pid()))
                        .sum()
                / TICKS_A_SECOND;
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return LongStream.rangeClosed(FIRST, LAST)
                    .map(field -> Long.parseLong(fields[(int) field]))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
