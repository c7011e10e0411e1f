package dev.triad.ledger.book;

import dev.triad.ledger.chain.Lane;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.RecordPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The lanes of the chain: how high each is, and where in the log the records of its partition begin. */
final class ChainLanes {
    private static final String HEADS = """
            select topic, partition, chain_height from intake_offset
            union all select null, 0, chain_height from suspense_chain""";

    /**
     * One of them.
     *
     * @param place of the partition's first record, as a number; none is looked for in the lane of suspense
     */
    record Head(long height, long place) {}

    private ChainLanes() {}

    /** The heads by the names of their lanes, as one transaction sees them. */
    static Map<String, Head> heads(Connection connection) throws SQLException {
        Map<String, Head> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int topic = rows.getInt(1);
                if (rows.wasNull()) {
                    heads.put(Lane.SUSPENSE, new Head(rows.getLong(3), 0));
                } else {
                    RecordPosition first = new RecordPosition(LogTopics.name(topic), rows.getInt(2), 0);
                    heads.put(Lane.of(first), new Head(rows.getLong(3), LogPlace.of(first)));
                }
            }
        }
        return heads;
    }
}
