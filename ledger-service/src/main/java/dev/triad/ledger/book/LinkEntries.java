package dev.triad.ledger.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the entries of a group that links of the chain hold. */
final class LinkEntries {
    private static final int FETCH_ROWS = 2_000;

    private static final String OWN = " where e.group_id = ? and e.revision = 0 and (%s)";
    private static final String LISTED = " where e.group_id = ? and e.position = any(?) and (%s)";
    private static final String RANGE = "e.position >= %d and e.position < %d";

    /** What is done with a portion that is full, and with the last one; it takes all out of it. */
    interface Work {
        void run(Portion portion) throws SQLException;
    }

    private final Connection connection;
    private final int group;
    private final Work work;
    private final Portion portion = new Portion();

    private LinkEntries(Connection connection, int group, Work work) {
        this.connection = connection;
        this.group = group;
        this.work = work;
    }

    static void read(Connection connection, int group, Links links, Work work) throws SQLException {
        LinkEntries entries = new LinkEntries(connection, group, work);
        entries.own(links.followed());
        for (List<Links.Listed> listed : links.listed(Portion.ENTRIES_MAX)) {
            entries.listed(listed);
        }
        work.run(entries.portion);
    }

    /** The entries of the links' own records. */
    private void own(List<Links.Followed> followed) throws SQLException {
        List<Links.Followed> ranges =
                followed.stream().filter(range -> range.from() < range.until()).toList();
        if (ranges.isEmpty()) {
            return;
        }
        List<String> conditions = new ArrayList<>();
        ranges.forEach(range -> conditions.add(RANGE.formatted(range.from(), range.until())));
        try (PreparedStatement select =
                connection.prepareStatement(ActualRow.SELECT + OWN.formatted(String.join(" or ", conditions)))) {
            select.setInt(1, group);
            read(select, row -> ranges.stream().anyMatch(range -> range.holds(row.position())));
        }
    }

    /** Entries of records at other places. */
    private void listed(List<Links.Listed> listed) throws SQLException {
        Set<Links.Listed> wanted = new HashSet<>(listed);
        List<String> conditions = new ArrayList<>();
        for (Links.Range range : Links.ranges(listed)) {
            conditions.add(RANGE.formatted(range.from(), range.until()));
        }
        try (PreparedStatement select =
                connection.prepareStatement(ActualRow.SELECT + LISTED.formatted(String.join(" or ", conditions)))) {
            select.setInt(1, group);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            listed.stream()
                                    .map(Links.Listed::position)
                                    .distinct()
                                    .toArray()));
            read(select, row -> wanted.contains(new Links.Listed(row.position(), row.revision())));
        }
    }

    private void read(PreparedStatement select, Predicate<ActualRow> wanted) throws SQLException {
        select.setFetchSize(FETCH_ROWS);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ActualRow row = ActualRow.read(rows);
                if (wanted.test(row) && portion.add(row)) {
                    work.run(portion);
                }
            }
        }
    }
}
