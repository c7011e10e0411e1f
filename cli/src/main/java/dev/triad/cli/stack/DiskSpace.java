package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stack that starts on a full disk fails in many odd ways later: it is told so before it starts. */
final class DiskSpace {
    /** What a quarter of history and its ledger need, with room to go on: 1 GiB. */
    static final long BYTES_LEAST = 1L << 30;

    private static final long MEBIBYTE = 1L << 20;

    private DiskSpace() {}

    static void check(Path folder, long bytesLeast) {
        long free = bytesFree(folder);
        if (free < bytesLeast) {
            throw new CommandException(("Only %,d MiB are free on the disk of %s, and Triad needs %,d MiB: free some"
                            + " space, or choose a folder on another disk with --data-dir.")
                    .formatted(free / MEBIBYTE, folder, bytesLeast / MEBIBYTE));
        }
    }

    private static long bytesFree(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
