package dev.triad.cli.imports.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A file to import, plain or gzip as its first bytes say. It is read more than once, so it must be a file. */
public final class InputFile {
    private static final String GZIP = "1f8b";

    /** The first bytes of what is often sent in a CSV's place, and what to do about it. */
    private static final Map<String, String> FOREIGN = Map.of(
            "504b0304", "is a zip archive; unpack it first",
            "28b52ffd", "is compressed by zstd; unpack it first",
            "50415231", "is a Parquet file; write it as CSV first",
            "fffe", "is in UTF-16; write it as UTF-8 first",
            "feff", "is in UTF-16; write it as UTF-8 first");

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final boolean gzip;

    private InputFile(Path path) throws IOException {
        this.path = path;
        this.size = Files.size(path);
        this.modified = Files.getLastModifiedTime(path);
        this.gzip = magic(path).startsWith(GZIP);
    }

    /**
     * Looks at a file.
     *
     * @throws UnreadableFileException when it is not there, empty, or of a kind that cannot be read
     */
    public static InputFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFileException(
                    path + (Files.exists(path) ? " is not a regular file" : " does not exist"));
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableFileException(path + " may not be read by this user");
        }
        try {
            InputFile file = new InputFile(path);
            file.requireReadable();
            return file;
        } catch (IOException e) {
            throw new UnreadableFileException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Its name without folders, as reports call it. */
    public String name() {
        return Printable.of(path.getFileName().toString());
    }

    /** Its size on disk, in bytes. */
    public long size() {
        return size;
    }

    /** Opens it unpacked; {@code bytesRead} follows how far into the file on disk reading has come. */
    public InputStream open(AtomicLong bytesRead) {
        try {
            InputStream raw =
                    new BufferedInputStream(new Counting(Files.newInputStream(path), bytesRead), BUFFER_BYTES);
            return gzip ? unpacked(raw) : raw;
        } catch (IOException e) {
            throw new UnreadableFileException(name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes sure that what was read twice was the same both times. */
    public void requireUnchanged() {
        try {
            if (Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified)) {
                throw new UnreadableFileException(
                        name() + " changed while it was read; import it again when it is complete");
            }
        } catch (IOException e) {
            throw new UnreadableFileException(name() + " went away while it was read", e);
        }
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(raw, BUFFER_BYTES);
        } catch (IOException e) {
            raw.close();
            throw new UnreadableFileException(name() + " begins like gzip, but is cut off or damaged", e);
        }
    }

    private void requireReadable() throws IOException {
        if (size == 0) {
            throw new UnreadableFileException(name() + " is empty");
        }
        String magic = magic(path);
        FOREIGN.forEach((bytes, advice) -> {
            if (magic.startsWith(bytes)) {
                throw new UnreadableFileException(name() + " " + advice);
            }
        });
    }

    private static String magic(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return HexFormat.of().formatHex(Arrays.copyOf(in.readNBytes(4), 4));
        }
    }

    private static final class Counting extends FilterInputStream {
        private final AtomicLong bytesRead;

        Counting(InputStream in, AtomicLong bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytesRead.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytesRead.addAndGet(Math.max(count, 0));
            return count;
        }
    }
}
