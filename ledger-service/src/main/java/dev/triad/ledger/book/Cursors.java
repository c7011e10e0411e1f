package dev.triad.ledger.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** How far a book has followed each lane. */
final class Cursors {
    private static final String MOVE = """
            insert into book_cursor as c (book_id, lane, height) values (?, ?, ?)
            on conflict (book_id, lane) do update set height = excluded.height where c.height = ?""";

    private Cursors() {}

    static Map<String, Long> read(Connection connection, int book) throws SQLException {
        Map<String, Long> heights = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select lane, height from book_cursor where book_id = ?")) {
            select.setInt(1, book);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heights.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return heights;
    }

    /**
     * Moves a cursor on.
     *
     * @throws IllegalStateException when it does not stand where it was read
     */
    static void move(Connection connection, int book, String lane, long from, long to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setInt(1, book);
            move.setString(2, lane);
            move.setLong(3, to);
            move.setLong(4, from);
            if (move.executeUpdate() != 1) {
                throw new IllegalStateException("somebody else has moved the book " + book + " on in " + lane);
            }
        }
    }

    static void clear(Connection connection, int book) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from book_cursor where book_id = ?")) {
            delete.setInt(1, book);
            delete.executeUpdate();
        }
    }
}
