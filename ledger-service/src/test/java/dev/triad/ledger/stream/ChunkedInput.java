package dev.triad.ledger.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The body of an HTTP/1.1 answer in chunks. */
final class ChunkedInput extends InputStream {
    private final InputStream in;
    private int left;
    private boolean ended;

    /** Reads the head of the answer, which must be one of success. */
    ChunkedInput(InputStream socket) throws IOException {
        in = new BufferedInputStream(socket);
        String status = line();
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // Headers say nothing that is needed here.
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            left = Integer.parseInt(line(), 16);
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        int count = in.read(into, offset, Math.min(length, left));
        if (count < 0) {
            ended = true;
            return -1;
        }
        left -= count;
        if (left == 0) {
            line();
        }
        return count;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
