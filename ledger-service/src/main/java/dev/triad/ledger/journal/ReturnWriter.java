package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.ReturnedLine;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes what has come back of sales, and for returns what had come back before them. What a return posts depends on all
 * lines of its sale, so that all of them are on file once something has come back: of two batches that return something
 * of one sale at the same time, either one waits for the other, or both insert a line that only one can.
 */
final class ReturnWriter {
    private static final String COLUMNS =
            " select * from unnest(?::numeric[], ?::numeric[], ?::bigint[], ?::bigint[], ?::int[], ?::uuid[], ?::int[])";

    private static final String INSERT =
            "insert into returned_line (quantity, proportional_quantity, refunded, cost_reversed, source_id, sale_id, line)"
                    + COLUMNS;

    private static final String UPDATE = """
            update returned_line set quantity = ?, proportional_quantity = ?, refunded = ?, cost_reversed = ?
            where source_id = ? and sale_id = ? and line = ?""";

    private static final String INSERT_BEFORE =
            "insert into returned_before (quantity, proportional_quantity, refunded, cost_reversed, source_id, return_id, line)"
                    + COLUMNS;

    private final Dictionary dictionary;

    ReturnWriter(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** What has come back of a line of a sale, by the id of the sale or of a return. */
    private record Line(int source, UUID event, int number, ReturnedLine returned) {}

    /** @param linesOnFile the lines that are on file of sales of which something had come back before */
    void write(Connection connection, String server, Batch batch, Set<BooksReader.LineKey> linesOnFile)
            throws SQLException {
        if (batch.returns().isEmpty()) {
            return;
        }
        InternTable<Source> sources = dictionary.of(server).sources();
        List<Line> fresh = new ArrayList<>();
        List<Line> moved = new ArrayList<>();
        batch.returns().forEach((sale, onFile) -> {
            for (Line line : lines(sources, sale, onFile.lines())) {
                if (!linesOnFile.contains(new BooksReader.LineKey(sale, line.number()))) {
                    fresh.add(line);
                } else if (!line.returned().isNothing()) {
                    moved.add(line);
                }
            }
        });
        List<Line> before = new ArrayList<>();
        batch.returnedBefore().forEach((event, returned) -> before.addAll(lines(sources, event, returned)));
        insert(connection, INSERT, fresh);
        update(connection, moved);
        insert(connection, INSERT_BEFORE, before);
    }

    private static List<Line> lines(InternTable<Source> sources, EventKey event, Map<Integer, ReturnedLine> returned) {
        int source = sources.id(event.source());
        return returned.entrySet().stream()
                .map(line -> new Line(source, event.id(), line.getKey(), line.getValue()))
                .toList();
    }

    private static void insert(Connection connection, String sql, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(
                    1,
                    array(connection, "numeric", lines, line -> line.returned().quantity()));
            insert.setArray(
                    2,
                    array(connection, "numeric", lines, line -> line.returned().proportionalQuantity()));
            insert.setArray(
                    3,
                    array(connection, "bigint", lines, line -> line.returned().refunded()));
            insert.setArray(
                    4,
                    array(connection, "bigint", lines, line -> line.returned().costReversed()));
            insert.setArray(5, array(connection, "int", lines, Line::source));
            insert.setArray(6, array(connection, "uuid", lines, Line::event));
            insert.setArray(7, array(connection, "int", lines, Line::number));
            insert.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, List<Line> lines, Function<Line, ?> field)
            throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(field).toArray());
    }

    private static void update(Connection connection, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Line line : lines) {
                update.setBigDecimal(1, line.returned().quantity());
                update.setBigDecimal(2, line.returned().proportionalQuantity());
                update.setLong(3, line.returned().refunded());
                update.setLong(4, line.returned().costReversed());
                update.setInt(5, line.source());
                update.setObject(6, line.event());
                update.setInt(7, line.number());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
