package dev.triad.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of docs/units.md that says how many events each unit of a company emits in its quarter of history,
 * rounded to hundreds.
 */
public final class ScenarioTable {
    /** The largest difference of a number from the one that it is rounded to. */
    public static final long ROUNDING = 50;

    private static final Path PAGE = Path.of("..", "docs", "units.md");
    private static final List<String> COLUMNS = List.of("company", "store", "cloud", "device", "together");

    private ScenarioTable() {}

    /**
     * The number in a row and column.
     *
     * @param group the company
     * @param column store, cloud, device or together
     */
    public static long events(String group, String column) {
        String[] cells = rows().map(row -> row.substring(1).split("\\|"))
                .filter(row -> row.length == COLUMNS.size() && row[0].strip().equals("`" + group + "`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no row of events for " + group));
        return Long.parseLong(
                cells[COLUMNS.indexOf(column)].strip().replace(",", "").replace("none", "0"));
    }

    private static Stream<String> rows() {
        try {
            return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
