package dev.triad.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a disk takes to make a page durable: every commit waits for that at least once. */
final class SyncTime {
    private static final int PAGE_BYTES = 8_192;
    private static final int WRITES = 200;

    private SyncTime() {}

    /** The median time of a page's write and fdatasync in that folder, in microseconds. */
    static double micros(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "sync", null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            List<Double> micros = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE_BYTES), 0);
                channel.force(false);
                micros.add((System.nanoTime() - begin) / (double) TimeUnit.MICROSECONDS.toNanos(1));
            }
            return Spread.of(micros).median();
        } finally {
            Files.delete(file);
        }
    }
}
