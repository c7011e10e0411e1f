package dev.triad.ledger.book;

import dev.triad.events.PartitionCut;
import dev.triad.ledger.Rows;
import dev.triad.ledger.posting.LogTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What stands in the ledger's database, as far as the tests of books look there. */
@ApplicationScoped
class BookDatabase {
    private final DataSource dataSource;
    private final Rows rows;

    BookDatabase(DataSource dataSource, Rows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    /** How many events of a group have an entry that posts something. */
    long posted(String group) {
        return entries(group, "e.revision = 0 and e.accounts <> '{}'");
    }

    /** How many entries correct what the store was charged. */
    long repriced(String group) {
        return entries(group, "e.revision > 0 and k.consumer = 'store'");
    }

    private long entries(String group, String condition) {
        return rows.number("select count(*) from entry e join consolidation_group g on g.id = e.group_id"
                + " left join usage_key k on k.id = e.usage_key where g.name = '" + group + "' and " + condition);
    }

    /** Where in the log the ledger is. */
    List<PartitionCut> cut() throws SQLException {
        List<PartitionCut> cut = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from intake_offset");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                cut.add(new PartitionCut(LogTopics.name(rows.getInt(1)), rows.getInt(2), rows.getLong(3), List.of()));
            }
        }
        return cut;
    }

    static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        }
    }
}
