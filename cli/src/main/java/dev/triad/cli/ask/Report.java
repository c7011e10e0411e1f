package dev.triad.cli.ask;

import java.util.List;

/**
 * An answer in its three forms.
 *
 * @param json the API's own
 * @param tables for people
 * @param csv the rows for a spreadsheet, all in one sheet
 * @param note what to know besides, for standard error; empty when there is nothing
 */
record Report(String json, List<Sheet> tables, Sheet csv, String note) {
    Report {
        tables = List.copyOf(tables);
    }

    static Report of(String json, Sheet sheet) {
        return new Report(json, List.of(sheet), sheet, "");
    }
}
