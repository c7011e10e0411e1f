package dev.triad.cli.imports.input;

/** One record of a CSV file, or the line on which none could be read. */
@SuppressWarnings("ArrayRecordComponent") // The array goes from one parser to one row and is never compared.
sealed interface CsvRecord {
    record Fields(long line, String[] fields) implements CsvRecord {}

    record Broken(long line, String reason) implements CsvRecord {}
}
