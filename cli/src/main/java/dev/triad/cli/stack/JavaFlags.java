package dev.triad.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How each component's Java runs: small, and quick to start. A Java that finds a cache of what it loaded
 * and linked in an earlier start needs about a third of the time; a cache that does not fit the jars or
 * the Java at hand is passed over by Java itself.
 *
 * @param caches the folder of the caches
 * @param recording whether this start is to write the caches, and not to use them
 */
record JavaFlags(Path caches, boolean recording) {
    private static final List<String> EVERYWHERE = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Compiles quickly instead of well: right for what is short-lived, or waits most of the time. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    List<String> of(Component component) {
        List<String> flags = new ArrayList<>(EVERYWHERE);
        flags.add("-Xmx" + memoryMebibytes(component) + "m");
        if (recording || component != Component.LEDGER) {
            flags.add(QUICK_COMPILER);
        }
        Path cache = caches.resolve(component.label() + ".aot");
        if (recording) {
            flags.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return flags;
    }

    private static int memoryMebibytes(Component component) {
        return switch (component) {
            case LEDGER -> 768;
            case KAFKA, STORE, CLOUD, DEVICE -> 256;
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is no Java program");
        };
    }
}
