package dev.triad.ledger.book;

import dev.triad.ledger.journal.SumArrays;
import dev.triad.ledger.journal.Sums;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The balances of one book, an account and hour a row, in a table of their own. */
final class BookBalances {
    private static final String ADD = """
            insert into %s as b (account_id, hour, debit, credit, postings)
            select account_id, to_timestamp(start * 3600::bigint), debit, -negative_credit::numeric, postings
            from %s
            on conflict (account_id, hour) do update
            set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                postings = b.postings + excluded.postings""";

    private static final String NAME_ACCOUNTS = """
            insert into book_account (book_id, unit, name)
            select ?, split_part(name, ':', 1), name from unnest(?::text[]) as new (name)
            where not exists (select from book_account known where known.book_id = ? and known.name = new.name)
            on conflict do nothing""";

    private static final String ACCOUNTS =
            "select name, id from book_account where book_id = ? and name = any(?::text[])";

    private BookBalances() {}

    static String table(int book) {
        return "book_balance_" + book;
    }

    /** For a book that is there. */
    static void create(Connection connection, int book) throws SQLException {
        call(connection, "make_book_table", book);
    }

    /** Takes all of them away at once. */
    static void empty(Connection connection, int book) throws SQLException {
        execute(connection, "truncate " + table(book));
    }

    /** Gives their space back to the disk, when the book is there no more. */
    static void drop(Connection connection, int book) throws SQLException {
        call(connection, "drop_book_table", book);
    }

    /** Only the owner of the tables makes and drops one, and does it by a function for whoever may post. */
    private static void call(Connection connection, String function, int book) throws SQLException {
        execute(connection, "select " + function + "(" + book + ")");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Adds sums.
     *
     * @param accounts the names of the accounts, which the sums know by their places in this list
     */
    static void add(Connection connection, int book, List<String> accounts, Sums sums) throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        int[] ids = ids(connection, book, accounts);
        for (Sums.Rows rows : sums.parts()) {
            add(connection, book, ids, rows);
        }
    }

    private static int[] ids(Connection connection, int book, List<String> accounts) throws SQLException {
        Array names = connection.createArrayOf("text", accounts.toArray());
        try (PreparedStatement insert = connection.prepareStatement(NAME_ACCOUNTS)) {
            insert.setInt(1, book);
            insert.setArray(2, names);
            insert.setInt(3, book);
            insert.executeUpdate();
        }
        Map<String, Integer> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ACCOUNTS)) {
            select.setInt(1, book);
            select.setArray(2, names);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return accounts.stream().mapToInt(known::get).toArray();
    }

    private static void add(Connection connection, int book, int[] ids, Sums.Rows rows) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD.formatted(table(book), SumArrays.MOVED))) {
            SumArrays.bind(add, 1, rows, place -> ids[place]);
            add.executeUpdate();
        }
    }
}
