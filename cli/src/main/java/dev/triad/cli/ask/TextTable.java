package dev.triad.cli.ask;

import dev.triad.cli.terminal.Escaped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A sheet as people read it: columns aligned, numbers to the right with thousands separators. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /** The lines of the table: the caption, the heading, a rule, and the rows. */
    static List<String> of(Sheet sheet) {
        List<String> head = sheet.columns().stream()
                .map(column -> heading(column, sheet.asset()))
                .toList();
        List<List<String>> rows =
                sheet.rows().stream().map(row -> shown(row, sheet)).toList();
        int[] widths = IntStream.range(0, head.size())
                .map(i -> Math.max(
                        width(head.get(i)),
                        rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0)))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(Escaped.of(sheet.caption()));
        if (rows.isEmpty()) {
            lines.add("(none)");
            return lines;
        }
        lines.add(line(head, sheet, widths));
        lines.add(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), sheet, widths));
        rows.forEach(row -> lines.add(line(row, sheet, widths)));
        return lines;
    }

    private static String heading(Column column, String asset) {
        return column.kind() == Column.Kind.AMOUNT ? column.name() + " " + Amounts.currency(asset) : column.name();
    }

    private static List<String> shown(List<String> row, Sheet sheet) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> sheet.columns().get(i).kind() == Column.Kind.TEXT
                        ? Escaped.of(row.get(i))
                        : Escaped.of(Amounts.grouped(row.get(i))))
                .toList();
    }

    private static String line(List<String> cells, Sheet sheet, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String space = " ".repeat(widths[i] - width(cell));
            boolean left = sheet.columns().get(i).kind() == Column.Kind.TEXT;
            line.append(i == 0 ? "" : GAP).append(left ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
