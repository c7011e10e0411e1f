package dev.triad.cli.ask;

import java.util.List;

/**
 * Rows under columns, as both a table and CSV show them.
 *
 * @param caption a sentence above the table; CSV has none
 * @param asset the asset of the amounts, such as {@code USD/9}; empty where there are none
 * @param rows as many cells each as there are columns; an empty cell says that there is nothing
 */
record Sheet(String caption, String asset, List<Column> columns, List<List<String>> rows) {
    Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of %d cells under %d columns".formatted(row.size(), columns.size()));
            }
        }
    }
}
