package dev.triad.cli.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a table in PostgreSQL's binary COPY format, cut into chunks, each of which can be copied into a table by
 * itself.
 */
record RowFile(Path file, List<Chunk> chunks, long rows) {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short END = -1;
    private static final int NULL = -1;

    /** Where a chunk lies in the file. */
    record Chunk(long position, int length, int rows) {}

    /** Writes what a binary COPY puts out to a file, so many rows a chunk. */
    static RowFile write(InputStream copied, Path file, int rowsAChunk) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long rows = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(copied, 1 << 16));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            skipHeader(in);
            long position = 0;
            boolean more = true;
            while (more) {
                ByteArrayOutputStream chunk = new ByteArrayOutputStream();
                DataOutputStream data = new DataOutputStream(chunk);
                writeHeader(data);
                int count = 0;
                while (count < rowsAChunk && more) {
                    more = row(in, data);
                    count += more ? 1 : 0;
                }
                if (count > 0) {
                    data.writeShort(END);
                    chunk.writeTo(out);
                    chunks.add(new Chunk(position, chunk.size(), count));
                    position += chunk.size();
                    rows += count;
                }
            }
        }
        return new RowFile(file, chunks, rows);
    }

    /** A chunk's bytes, header and trailer included. */
    byte[] read(FileChannel channel, Chunk chunk) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(chunk.length());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, chunk.position() + buffer.position()) < 0) {
                throw new EOFException(file + " is shorter than it was");
            }
        }
        return buffer.array();
    }

    FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    private static void skipHeader(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new IOException("what PostgreSQL copied out is not in its binary format");
        }
        in.readInt();
        in.skipNBytes(in.readInt());
    }

    private static void writeHeader(DataOutputStream out) throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** Copies one row; whether there was one. */
    private static boolean row(DataInputStream in, DataOutputStream out) throws IOException {
        short fields = in.readShort();
        if (fields == END) {
            return false;
        }
        out.writeShort(fields);
        for (int i = 0; i < fields; i++) {
            int length = in.readInt();
            out.writeInt(length);
            if (length != NULL) {
                out.write(in.readNBytes(length));
            }
        }
        return true;
    }
}
