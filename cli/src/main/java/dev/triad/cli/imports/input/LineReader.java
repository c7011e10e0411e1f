package dev.triad.cli.imports.input;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines of at most {@value #LINE_BYTES_MAX} bytes and decodes each by itself, so that the
 * number of a line that is too long, or in another encoding, is known exactly. A longer line is skipped as it
 * is read; it is never held.
 */
final class LineReader implements Closeable {
    static final int LINE_BYTES_MAX = 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4 * 1024);
    private int position;
    private int limit;
    private long number;

    LineReader(String file, InputStream in, Charset charset) {
        this.file = file;
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        line.reset();
        boolean tooLong = false;
        do {
            int end = endOfLine();
            tooLong |= line.size() + end - position > LINE_BYTES_MAX;
            if (!tooLong) {
                line.write(buffer, position, end - position);
            }
            position = end;
        } while (position == limit && fill());
        position = Math.min(position + 1, limit);
        return tooLong ? new Line.TooLong(number) : decode(line.toByteArray());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int endOfLine() {
        int i = position;
        while (i < limit && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean fill() {
        try {
            position = 0;
            limit = Math.max(in.read(buffer), 0);
            return limit > 0;
        } catch (EOFException | ZipException e) {
            throw new UnreadableFileException(
                    "%s is cut off or damaged: its gzip data breaks off in line %d".formatted(file, number + 1), e);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "%s cannot be read beyond line %d: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    private Line decode(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
            return new Line.Text(number, number == 1 ? withoutByteOrderMark(text) : text);
        } catch (CharacterCodingException e) {
            return new Line.Undecodable(number);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
