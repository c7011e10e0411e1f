package dev.triad.ledger.audit;

import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.Lane;
import dev.triad.ledger.posting.LogTopics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a lane of the chain stands. Whoever notes it can prove later that nothing before it was rewritten.
 *
 * @param lane {@code sales-3} for a partition, {@code suspense} for what was posted after its batch
 * @param height how many links it has
 * @param hash the hash of the last of them, in hexadecimal
 * @param nextOffset the offset of the next record to post; 0 in the lane of suspense
 */
public record LaneHead(String lane, long height, String hash, long nextOffset) {
    private static final String SELECT = """
            select topic, partition, chain_height, chain_hash, next_offset from intake_offset
            union all select null, 0, chain_height, chain_hash, 0 from suspense_chain
            order by 1, 2""";

    /** Every lane's head, partitions in the order of their topics' numbers, suspense last. */
    public static List<LaneHead> read(Connection connection) throws SQLException {
        List<LaneHead> heads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int topic = rows.getInt(1);
                String lane = rows.wasNull() ? Lane.SUSPENSE : Lane.of(LogTopics.name(topic), rows.getInt(2));
                heads.add(new LaneHead(
                        lane, rows.getLong(3), Hash.of(rows.getBytes(4)).toString(), rows.getLong(5)));
            }
        }
        return heads;
    }
}
