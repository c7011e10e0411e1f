package dev.triad.cli.imports.input;

import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) whose first line names its columns. */
public final class CsvRows implements RowReader {
    private final CsvRecords records;
    private final Header header;

    /**
     * Opens the file and finds the columns in its header.
     *
     * @throws UnreadableFileException when it has no header or lacks a required column
     */
    public CsvRows(InputFile file, Charset charset, List<Column> columns, AtomicLong bytesRead) {
        this.records = new CsvRecords(file.name(), new LineReader(file.name(), file.open(bytesRead), charset), charset);
        try {
            this.header = Header.of(file.name(), headerFields(file.name()), columns);
            records.expect(header.width());
        } catch (UnreadableFileException e) {
            records.close();
            throw e;
        }
    }

    /** Whether the file has this one of the columns that were asked for. */
    public boolean has(String column) {
        return header.position(column) >= 0;
    }

    @Override
    public @Nullable Item next() {
        CsvRecord record = records.next();
        return record == null
                ? null
                : switch (record) {
                    case CsvRecord.Broken(long line, String reason) -> new Rejected(line, reason);
                    case CsvRecord.Fields(long line, String[] fields) -> row(line, fields);
                };
    }

    @Override
    public void close() {
        records.close();
    }

    private Item row(long line, String[] fields) {
        if (fields.length != header.width()) {
            return new Rejected(line, "%d fields, where the header names %d".formatted(fields.length, header.width()));
        }
        return new Row(line, header, fields);
    }

    private String[] headerFields(String file) {
        CsvRecord first = records.next();
        if (first instanceof CsvRecord.Fields fields) {
            return fields.fields();
        }
        throw new UnreadableFileException(
                first == null
                        ? file + " holds nothing but blank lines"
                        : file + " has a first line that cannot be read as CSV, where the columns should be named");
    }
}
