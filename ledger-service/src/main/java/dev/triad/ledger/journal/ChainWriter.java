package dev.triad.ledger.journal;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.LongCursor;
import dev.triad.events.EventIds;
import dev.triad.events.Topics;
import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.chain.EntryHash;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.Head;
import dev.triad.ledger.chain.Lane;
import dev.triad.ledger.chain.Link;
import dev.triad.ledger.chain.OffsetRanges;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.RecordPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction adds to the chain. It is given every entry that is written, in the order of the log: one of a
 * record in a partition that the transaction moves on belongs to that partition's link; any other, to the list of the
 * first link or, when the transaction moves no offset, to the lane of suspense.
 */
final class ChainWriter {
    private static final int OFFSET_BITS = 40;
    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

    private static final String SUSPENSE_HEAD = "select chain_height, chain_hash from suspense_chain for update";

    private static final String EXTEND_SUSPENSE = """
            with linked as (
                insert into chain_link (lane, height, from_offset, to_offset, unposted, own, elsewhere,
                                        elsewhere_revisions, hash)
                values (?, ?, 0, 0, '{}', 0, ?::bigint[], ?::smallint[], ?))
            update suspense_chain set chain_height = ?, chain_hash = ?""";

    /** Rates first: what a link lists of other places, rates have priced again. */
    private static final Comparator<TopicPartition> LISTING_FIRST = Comparator.<TopicPartition, Boolean>comparing(
                    partition -> !partition.topic().equals(Topics.REFERENCE))
            .thenComparing(TopicPartition::topic)
            .thenComparingInt(TopicPartition::partition);

    /**
     * A link as it is written.
     *
     * @param latest the greatest id of the events of the partition's own records, or null when none of them posted
     */
    record Row(
            Link link,
            Hash hash,
            String elsewhere,
            String revisions,
            @Nullable UUID latest) {}

    /** The entries of a partition's own records. */
    private static final class Own {
        private final Head head;
        private final EntryHash hash = new EntryHash();
        private final LongArrayList offsets = new LongArrayList();
        private @Nullable UUID latest;

        private Own(Head head) {
            this.head = head;
        }

        private void add(ChainedEntry entry) {
            hash.add(entry);
            offsets.add(entry.position() & OFFSET_MASK);
            if (latest == null || EventIds.ORDER.compare(entry.event(), latest) > 0) {
                latest = entry.event();
            }
        }
    }

    private final LongObjectHashMap<Own> lanes = new LongObjectHashMap<>();
    private final EntryHash elsewhereHash = new EntryHash();
    private final StringJoiner elsewhere = new StringJoiner(",", "{", "}");
    private final StringJoiner revisions = new StringJoiner(",", "{", "}");
    private @Nullable Own last;
    private long lastLane = -1;

    /** The partitions that the transaction is going to move on, with the heads of their lanes. */
    void begin(Map<TopicPartition, Head> heads) {
        heads.forEach((partition, head) -> lanes.put(lane(partition), new Own(head)));
    }

    void add(ChainedEntry entry) {
        Own own = entry.revision() == 0 ? own(entry.position() >>> OFFSET_BITS) : null;
        if (own == null) {
            elsewhereHash.add(entry);
            elsewhere.add(Long.toString(entry.position()));
            revisions.add(Integer.toString(entry.revision()));
        } else {
            own.add(entry);
        }
    }

    private @Nullable Own own(long lane) {
        if (lane != lastLane) {
            last = lanes.get(lane);
            lastLane = lane;
        }
        return last;
    }

    /** The link of each partition that moves on. */
    Map<TopicPartition, Row> rows(Map<TopicPartition, Offsets.Move> moves) {
        List<TopicPartition> partitions =
                moves.keySet().stream().sorted(LISTING_FIRST).toList();
        Map<TopicPartition, Row> rows = HashMap.newHashMap(partitions.size());
        boolean lists = true;
        for (TopicPartition partition : partitions) {
            Offsets.Move move = moves.get(partition);
            Own own = lanes.get(lane(partition));
            if (move == null || own == null) {
                throw new IllegalStateException("the offset of " + partition + " was not locked");
            }
            rows.put(partition, row(partition, move, own, lists));
            lists = false;
        }
        return rows;
    }

    private Row row(TopicPartition partition, Offsets.Move move, Own own, boolean lists) {
        Link link = new Link(
                Lane.of(partition.topic(), partition.partition()),
                own.head.height() + 1,
                move.from(),
                move.to(),
                unposted(move, own.offsets),
                own.hash.entries(),
                own.hash.result(),
                lists ? elsewhereHash.entries() : 0,
                lists ? elsewhereHash.result() : Link.NO_ENTRIES);
        return new Row(
                link,
                link.after(own.head.hash()),
                lists ? elsewhere.toString() : "{}",
                lists ? revisions.toString() : "{}",
                own.latest);
    }

    /** The offsets of a range that are not among those that posted. */
    private static OffsetRanges unposted(Offsets.Move move, LongArrayList posted) {
        OffsetRanges unposted = new OffsetRanges();
        long next = move.from();
        for (LongCursor offset : posted) {
            if (next < offset.value) {
                unposted.add(next, offset.value);
            }
            next = offset.value + 1;
        }
        if (next < move.to()) {
            unposted.add(next, move.to());
        }
        return unposted;
    }

    /** Writes what a transaction posted that moves no offsets. Its lane is locked last of all, and only for this. */
    void extendSuspense(Connection connection) throws SQLException {
        if (elsewhereHash.entries() == 0) {
            return;
        }
        Head head = suspenseHead(connection);
        Link link = new Link(
                Lane.SUSPENSE,
                head.height() + 1,
                0,
                0,
                new OffsetRanges(),
                0,
                Link.NO_ENTRIES,
                elsewhereHash.entries(),
                elsewhereHash.result());
        Hash hash = link.after(head.hash());
        try (PreparedStatement extend = connection.prepareStatement(EXTEND_SUSPENSE)) {
            extend.setString(1, link.lane());
            extend.setLong(2, link.height());
            extend.setString(3, elsewhere.toString());
            extend.setString(4, revisions.toString());
            extend.setBytes(5, hash.bytes());
            extend.setLong(6, link.height());
            extend.setBytes(7, hash.bytes());
            extend.executeUpdate();
        }
    }

    private static Head suspenseHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUSPENSE_HEAD);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new Head(rows.getLong(1), Hash.of(rows.getBytes(2)));
        }
    }

    private static long lane(TopicPartition partition) {
        return LogPlace.of(new RecordPosition(partition.topic(), partition.partition(), 0)) >>> OFFSET_BITS;
    }
}
