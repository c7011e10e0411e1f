package dev.triad.cli.imports;

import dev.triad.cli.imports.delivery.Delivered;
import dev.triad.cli.imports.delivery.Delivery;
import dev.triad.cli.imports.format.Format;
import dev.triad.cli.imports.input.CsvRows;
import dev.triad.cli.imports.input.InputFile;
import dev.triad.cli.imports.input.Item;
import dev.triad.cli.imports.input.Rejected;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import dev.triad.cli.imports.input.RowReader;
import dev.triad.cli.imports.input.TextRows;
import dev.triad.cli.imports.input.UnreadableFileException;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.InvalidEventException;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a file twice: first to its end, sending nothing, so that a file that is cut off, of another format or
 * not to be imported with bad lines is found out before anything is half-done; then for its events.
 */
final class Importer {
    private static final int PROGRESS_STEP = 1_024;

    private final InputFile file;
    private final Charset charset;
    private final Format format;
    private final Progress progress;

    /** An import of one file. */
    Importer(InputFile file, Charset charset, Format format, Progress progress) {
        this.file = file;
        this.charset = charset;
        this.format = format;
        this.progress = progress;
    }

    /**
     * The first reading.
     *
     * @return how many rows can be read
     * @throws UnreadableFileException when the file cannot be read to its end, or no line of it
     */
    long survey(Rejects rejects) {
        long[] rows = {0};
        each("Checking", "bytes", file.size(), rejects, row -> {
            format.survey(row);
            rows[0]++;
        });
        if (rows[0] == 0) {
            throw new UnreadableFileException(
                    rejects.count() == 0
                            ? file.name() + " holds its header and nothing else"
                            : "%s holds no line that can be read as this format; %s"
                                    .formatted(file.name(), rejects.shown().getFirst()));
        }
        return rows[0];
    }

    /** The second reading; {@link #survey} comes before it. */
    ImportResult read(long rows, Rejects rejects, Supplier<Delivery> connect) {
        long start = System.nanoTime();
        try (Delivery delivery = connect.get()) {
            Classification classes = new Classification(delivery);
            format.preamble(delivery).forEach(classes::event);
            each("Importing", "lines", rows, rejects, row -> format.read(row, classes));
            format.finish(classes);
            file.requireUnchanged();
            double seconds = (System.nanoTime() - start) / 1e9;
            Delivered delivered = delivery.finish();
            return new ImportResult(classes, delivered, rejects, seconds);
        }
    }

    private void each(String task, String unit, long total, Rejects rejects, Consumer<Row> use) {
        AtomicLong bytes = new AtomicLong();
        long read = 0;
        try (RowReader reader = open(bytes);
                Progress.Bar bar = progress.start(task, unit, total)) {
            for (Item item = reader.next(); item != null; item = reader.next()) {
                switch (item) {
                    case Row row -> use(row, use, rejects);
                    case Rejected rejected -> rejects.add(rejected);
                }
                if (++read % PROGRESS_STEP == 0) {
                    bar.to(unit.equals("bytes") ? bytes.get() : read);
                }
            }
            bar.to(total);
        }
    }

    private static void use(Row row, Consumer<Row> use, Rejects rejects) {
        try {
            use.accept(row);
        } catch (RejectedLineException e) {
            rejects.add(new Rejected(row.line(), e.reason()));
        } catch (InvalidEventException e) {
            rejects.add(new Rejected(row.line(), String.valueOf(e.getMessage())));
        }
    }

    private RowReader open(AtomicLong bytes) {
        return format.columns().isEmpty()
                ? new TextRows(file, bytes)
                : new CsvRows(file, charset, format.columns(), bytes);
    }
}
