package dev.triad.cli.imports.input;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A file whose lines are records as they stand, such as JSON lines: each a row of the one column {@value #LINE}. */
public final class TextRows implements RowReader {
    public static final String LINE = "line";

    private static final Header HEADER = Header.wholeLine(LINE);

    private final LineReader lines;

    public TextRows(InputFile file, AtomicLong bytesRead) {
        this.lines = new LineReader(file.name(), file.open(bytesRead), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Item next() {
        Line line = lines.next();
        while (line instanceof Line.Text text && text.text().isBlank()) {
            line = lines.next();
        }
        return line == null
                ? null
                : switch (line) {
                    case Line.Text(long number, String text) -> new Row(number, HEADER, new String[] {text});
                    case Line.TooLong(long number) ->
                        new Rejected(number, "longer than " + LineReader.LINE_BYTES_MAX + " bytes");
                    case Line.Undecodable(long number) -> new Rejected(number, "not UTF-8");
                };
    }

    @Override
    public void close() {
        lines.close();
    }
}
