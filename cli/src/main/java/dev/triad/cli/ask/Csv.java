package dev.triad.cli.ask;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet as CSV by RFC 4180, numbers plain, with a column for the asset where there are amounts. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
 */
final class Csv {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private Csv() {}

    static String of(Sheet sheet) {
        boolean hasAsset = !sheet.asset().isEmpty();
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(cells(sheet.columns().stream().map(Column::name), hasAsset, "asset"));
            for (List<String> row : sheet.rows()) {
                csv.writeRecord(cells(row.stream().map(Csv::guarded), hasAsset, sheet.asset()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that begins like a formula and is no number, with an apostrophe before it. */
    static String guarded(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 && !Amounts.isNumber(cell);
        return formula ? "'" + cell : cell;
    }

    private static List<String> cells(Stream<String> cells, boolean hasAsset, String last) {
        return (hasAsset ? Stream.concat(cells, Stream.of(last)) : cells).toList();
    }
}
