package dev.triad.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the figures were measured on: broker, database, ledger and the measuring side shared it.
 *
 * @param processor its model, as the system names it
 * @param cores how many of them there are
 * @param memoryMebibytes how much memory there is
 * @param syncMicros how long the disk takes to make a page durable, in microseconds, the median of many
 * @param java the version that everything ran on
 * @param system the operating system and its version
 */
public record Machine(
        String processor, int cores, long memoryMebibytes, double syncMicros, String java, String system) {
    private static final long MEBIBYTE = 1 << 20;

    /** @param folder where the data is to be kept */
    static Machine here(Path folder) throws IOException {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() / MEBIBYTE,
                SyncTime.micros(folder),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static String processorModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch", ""));
        } catch (IOException e) {
            return System.getProperty("os.arch", "");
        }
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
