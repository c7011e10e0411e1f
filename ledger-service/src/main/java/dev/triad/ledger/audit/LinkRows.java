package dev.triad.ledger.audit;

import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.OffsetRanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The links of one lane by height, some thousand in memory at a time. */
final class LinkRows implements AutoCloseable {
    /** A link as the books hold it. */
    record Stored(long height, long from, long to, OffsetRanges unposted, int own, int elsewhere, Hash hash) {}

    private final PreparedStatement select;
    private final ResultSet rows;

    LinkRows(Connection connection, String lane) throws SQLException {
        select = connection.prepareStatement("""
                select height, from_offset, to_offset, unposted::text, own, cardinality(elsewhere), hash
                from chain_link where lane = ? order by height""");
        select.setString(1, lane);
        select.setFetchSize(EntryRows.FETCHED);
        rows = select.executeQuery();
    }

    /** The next link, or null at the end. */
    @Nullable
    Stored next() throws SQLException {
        return rows.next()
                ? new Stored(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        OffsetRanges.parse(rows.getString(4)),
                        rows.getInt(5),
                        rows.getInt(6),
                        Hash.of(rows.getBytes(7)))
                : null;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        select.close();
    }
}
