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
    private static final List<String> EVERYWHERE =
            List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** What Java says of a cache that it cannot use, or not all of, is no news to anybody. */
    private static final String SILENT_ABOUT_CACHES = "-Xlog:aot*=off,cds*=off";

    /** Compiles quickly instead of well: right for what is short-lived, or waits most of the time. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final int LEDGER_YOUNG_MEBIBYTES = 832;

    List<String> of(Component component) {
        List<String> flags = new ArrayList<>(withoutCache(component));
        if (recording) {
            flags.add("-XX:AOTCacheOutput=" + cache(component));
        } else if (hasCache(component)) {
            flags.add("-XX:AOTCache=" + cache(component));
            flags.add(SILENT_ABOUT_CACHES);
        }
        return flags;
    }

    List<String> withoutCache(Component component) {
        List<String> flags = new ArrayList<>(EVERYWHERE);
        flags.add("-Xmx" + memoryMebibytes(component) + "m");
        if (component == Component.LEDGER) {
            // Almost all that a batch needs is gone with it: room for several batches at once saves copying them.
            flags.add("-XX:+UseParallelGC");
            flags.add("-Xmn" + LEDGER_YOUNG_MEBIBYTES + "m");
        } else {
            flags.add("-XX:+UseSerialGC");
            flags.add(QUICK_COMPILER);
        }
        return flags;
    }

    boolean hasCache(Component component) {
        return !recording && Files.exists(cache(component));
    }

    private Path cache(Component component) {
        return caches.resolve(component.label() + ".aot");
    }

    private static int memoryMebibytes(Component component) {
        return switch (component) {
            case LEDGER -> 1280;
            case KAFKA, STORE, CLOUD, DEVICE -> 256;
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is no Java program");
        };
    }
}
