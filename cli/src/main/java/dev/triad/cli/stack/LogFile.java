package dev.triad.cli.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The components' logs: each run begins a new one, and the one before it is kept. */
final class LogFile {
    private static final int BYTES_READ_MAX = 64 * 1024;

    private LogFile() {}

    static void beginNew(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The last lines that a person learns from, no more than this many; none when there is no log. The
     * frames of stack traces are left out, so that what was thrown can be seen.
     */
    static List<String> tail(Path log, int linesMax) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES_READ_MAX);
            byte[] bytes = new byte[Math.toIntExact(file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(LogFile::tellsSomething)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - linesMax), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean tellsSomething(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("at ") && !text.startsWith("... ");
    }
}
