package dev.triad.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Another wall clock for one process, by Debian's {@code libfaketime}: it answers the process's own questions
 * for the time with an offset that stands in a file. The monotonic clock is left alone, as by any correction of
 * a real clock.
 */
final class FakeClock {
    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path file;

    FakeClock(Path file) {
        this.file = file;
    }

    /** Why no clock can be set here; empty when one can. */
    static Optional<String> unavailable() {
        return library().isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed");
    }

    /** What the process needs to be started with; its clock is right at first. */
    Map<String, String> environment() {
        set(0);
        return Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** Sets the clock ahead, or back when negative; it is noticed within a second. */
    void set(long secondsAhead) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, "%+d%n".formatted(secondsAhead));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> library() {
        try (DirectoryStream<Path> platforms = Files.newDirectoryStream(LIBRARIES)) {
            for (Path platform : platforms) {
                Path library = platform.resolve("faketime").resolve(LIBRARY);
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
