package dev.triad.ledger.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How often entries of a group were given another accounting date. The chain does not cover dates, so a book that has
 * followed it learns from this number alone that its hours do not hold any more.
 */
final class Redatings {
    private Redatings() {}

    static long of(Connection connection, int group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select number from redating where group_id = ?")) {
            select.setInt(1, group);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
