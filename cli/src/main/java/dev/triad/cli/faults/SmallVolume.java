package dev.triad.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** A volume of its own for the database: a tmpfs, which only root may mount, small enough to be filled. */
final class SmallVolume implements AutoCloseable {
    private static final int MEBIBYTES = 512;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final long COMMAND_SECONDS_MAX = 60;

    private final Path folder;
    private final Path ballast;
    private boolean mounted;

    SmallVolume(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Why no volume can be mounted here; empty when one can. */
    static Optional<String> unavailable() {
        try {
            Path trial = Files.createTempDirectory("triad-volume");
            try (SmallVolume volume = new SmallVolume(trial)) {
                volume.mount();
                return Optional.empty();
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            return Optional.of("a tmpfs cannot be mounted: " + e.getMessage());
        }
    }

    /** Mounts the volume, moves a database cluster onto it, and leaves a link where the cluster was. */
    void mountWith(Path cluster) throws IOException {
        Files.createDirectories(folder);
        mount();
        Path moved = folder.resolve("postgres");
        run("cp", "-a", cluster.toString(), moved.toString());
        FileUtils.deleteDirectory(cluster.toFile());
        Files.createSymbolicLink(cluster, moved);
    }

    /** Takes up all the room that is left, but for so many bytes. */
    void fill(long bytesLeft) throws IOException {
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long room = Files.getFileStore(folder).getUsableSpace() - bytesLeft;
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            for (long written = 0; written < room; written += block.limit()) {
                block.clear().limit((int) Math.min(BLOCK_BYTES, room - written));
                while (block.hasRemaining() && file.write(block) > 0) {
                    // A write may take less than the whole block.
                    continue;
                }
            }
        } catch (IOException e) {
            if (!isFull()) {
                throw e;
            }
        }
    }

    /** Gives the room back. */
    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public synchronized void close() {
        if (mounted) {
            mounted = false;
            try {
                // Lazily: the last process may still be on its way out.
                run("umount", "-l", folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void mount() throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m,mode=0700", "triad-faults", folder.toString());
        mounted = true;
    }

    private boolean isFull() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < BLOCK_BYTES;
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " took too long");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", e);
        }
    }
}
