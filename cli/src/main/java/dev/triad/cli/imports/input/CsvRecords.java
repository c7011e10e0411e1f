package dev.triad.cli.imports.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.Closeable;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts physical lines together to CSV records, where a quoted field runs over several, and has the library
 * read each record by itself: a parser over the whole file could not go on after a quote that is never
 * closed. Here such a quote costs its own line, and reading resumes on the next.
 */
final class CsvRecords implements Closeable {
    /** How many lines one record may run over. */
    static final int RECORD_LINES_MAX = 100;

    private static final int FIELDS_MAX = 1_024;

    private static final CsvReader.CsvReaderBuilder READER =
            CsvReader.builder().maxBufferSize(2 * LineReader.LINE_BYTES_MAX);

    private final String file;
    private final LineReader lines;
    private final Charset charset;

    /** Lines that were read ahead for a record that never ended. */
    private final Deque<Line> ahead = new ArrayDeque<>();

    private int width;

    CsvRecords(String file, LineReader lines, Charset charset) {
        this.file = file;
        this.lines = lines;
        this.charset = charset;
    }

    /** The next record that is not blank, or null at the end. */
    @Nullable
    CsvRecord next() {
        Line line = nextLine();
        while (line instanceof Line.Text text && text.text().isBlank()) {
            line = nextLine();
        }
        return line == null
                ? null
                : switch (line) {
                    case Line.Text text -> record(text);
                    case Line.TooLong(long number) ->
                        new CsvRecord.Broken(number, "longer than " + LineReader.LINE_BYTES_MAX + " bytes");
                    case Line.Undecodable(long number) ->
                        throw new UnreadableFileException(
                                "%s is not in %s: line %d is the first that is not; name its encoding, such as --encoding windows-1252"
                                        .formatted(file, charset, number));
                };
    }

    @Override
    public void close() {
        lines.close();
    }

    /** How many fields a record has, once the header is known: what is put together wrongly has another number. */
    void expect(int fields) {
        width = fields;
    }

    private CsvRecord record(Line.Text first) {
        if (!Quotes.leavesOpen(first.text(), false)) {
            return parse(first.number(), first.text());
        }
        StringBuilder record = new StringBuilder(first.text());
        List<Line> taken = new ArrayList<>();
        while (taken.size() < RECORD_LINES_MAX
                && nextLine() instanceof Line line
                && keep(line, taken) instanceof Line.Text text
                && record.length() + text.text().length() < LineReader.LINE_BYTES_MAX) {
            record.append('\n').append(text.text());
            if (!Quotes.leavesOpen(text.text(), true)) {
                if (parse(first.number(), record.toString()) instanceof CsvRecord.Fields fields
                        && (width == 0 || fields.fields().length == width)) {
                    return fields;
                }
                break;
            }
        }
        taken.reversed().forEach(ahead::addFirst);
        return new CsvRecord.Broken(first.number(), "a quote is opened and not closed");
    }

    private static Line keep(Line line, List<Line> taken) {
        taken.add(line);
        return line;
    }

    private @Nullable Line nextLine() {
        Line line = ahead.pollFirst();
        return line == null ? lines.next() : line;
    }

    private static CsvRecord parse(long line, String text) {
        try {
            StringArrayHandler handler = StringArrayHandler.of(fields -> fields.maxFields(FIELDS_MAX)
                    .maxFieldSize(LineReader.LINE_BYTES_MAX)
                    .maxRecordSize(LineReader.LINE_BYTES_MAX));
            return new CsvRecord.Fields(line, READER.ofSingleCsvRecord(handler, text));
        } catch (CsvParseException e) {
            return new CsvRecord.Broken(
                    line, "not CSV that can be read: text follows a closed quote, or too many fields");
        }
    }
}
