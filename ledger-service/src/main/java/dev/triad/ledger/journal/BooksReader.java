package dev.triad.ledger.journal;

import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the books for a batch, within its transaction. */
final class BooksReader {
    private static final String ON_THE_BOOKS = """
            select e.event_id, s.name, e.digest from entry e join source s on s.id = e.source_id
            where e.event_id = any(?) and e.revision = 0""";

    private static final String IN_SUSPENSE = """
            select event_id, source, digest from suspense
            where event_id = any(?) and state <> 'resolved' and reason <> 'id-reused' and id <> all(?)""";

    private static final String SUSPENSE = """
            select event_id, source, digest from suspense
            where event_id is not null and state <> 'resolved' and reason <> 'id-reused' and id <> all(?)
            limit ?""";

    private static final int SUSPENSE_READ_WHOLE = 1_000;

    /** A line of a sale. */
    record LineKey(EventKey sale, int line) {}

    private final Set<LineKey> linesOnFile = new HashSet<>();
    private final Connection connection;
    private final EventCodec codec;

    BooksReader(Connection connection, EventCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    Map<EventKey, UUID> posted(Set<EventKey> events) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ON_THE_BOOKS)) {
            select.setArray(1, ids(events));
            return read(select, events);
        }
    }

    /** As a rule little or nothing waits, and is read whole; only a full suspense is asked for each event. */
    Map<EventKey, UUID> suspended(Collection<EventKey> events, Collection<Long> otherThan) throws SQLException {
        Map<EventKey, UUID> open = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SUSPENSE)) {
            select.setArray(1, connection.createArrayOf("bigint", otherThan.toArray()));
            select.setInt(2, SUSPENSE_READ_WHOLE + 1);
            read(select, open);
        }
        if (open.isEmpty()) {
            return open;
        }
        Set<EventKey> wanted = Set.copyOf(events);
        if (open.size() > SUSPENSE_READ_WHOLE) {
            return inSuspense(wanted, otherThan);
        }
        open.keySet().retainAll(wanted);
        return open;
    }

    private Map<EventKey, UUID> inSuspense(Set<EventKey> events, Collection<Long> otherThan) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IN_SUSPENSE)) {
            select.setArray(1, ids(events));
            select.setArray(2, connection.createArrayOf("bigint", otherThan.toArray()));
            return read(select, events);
        }
    }

    private static Map<EventKey, UUID> read(PreparedStatement select, Set<EventKey> events) throws SQLException {
        Map<EventKey, UUID> found = new HashMap<>();
        read(select, found);
        found.keySet().retainAll(events);
        return found;
    }

    private static void read(PreparedStatement select, Map<EventKey, UUID> found) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(
                        new EventKey(Source.parse(rows.getString(2)), rows.getObject(1, UUID.class)),
                        rows.getObject(3, UUID.class));
            }
        }
    }

    Map<EventKey, SaleOnFile> sales(Set<EventKey> events) throws SQLException {
        Map<EventKey, Map<Integer, ReturnedLine>> returned = new HashMap<>();
        Map<EventKey, SaleOnFile> sales = readSales(events);
        readReturned(events, returned);
        sales.replaceAll((key, sale) -> sale.returned(returned.getOrDefault(key, Map.of())));
        return sales;
    }

    private Map<EventKey, SaleOnFile> readSales(Set<EventKey> events) throws SQLException {
        Map<EventKey, SaleOnFile> sales = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select e.event_id, s.name, e.sale, coalesce(e.occurred_at, e.booked_at)
                from entry e join source s on s.id = e.source_id
                where e.event_id = any(?) and e.revision = 0""")) {
            select.setArray(1, ids(events));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventKey key = new EventKey(Source.parse(rows.getString(2)), rows.getObject(1, UUID.class));
                    if (events.contains(key)) {
                        sales.put(
                                key,
                                new SaleOnFile(
                                        sale(rows.getBytes(3)),
                                        rows.getTimestamp(4).toInstant(),
                                        Map.of()));
                    }
                }
            }
        }
        return sales;
    }

    /** The lines that are on file of the sales that were asked for. */
    Set<LineKey> linesOnFile() {
        return linesOnFile;
    }

    private @Nullable SaleRecorded sale(byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        Event event = codec.decode(EventType.SALE_RECORDED, json);
        return (SaleRecorded) event;
    }

    /**
     * Locks what it reads. What it does not find, another batch may be about to write: the two then insert the
     * same line, one of them fails, and is tried again. As a batch inserts every line of a sale that it did not find,
     * that is so even where each returns another line.
     */
    private void readReturned(Set<EventKey> events, Map<EventKey, Map<Integer, ReturnedLine>> returned)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, r.sale_id, r.line, r.quantity, r.proportional_quantity, r.refunded, r.cost_reversed
                from returned_line r join source s on s.id = r.source_id where r.sale_id = any(?)
                order by r.sale_id, r.source_id, r.line for update of r""")) {
            select.setArray(1, ids(events));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventKey key = new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class));
                    linesOnFile.add(new LineKey(key, rows.getInt(3)));
                    ReturnedLine line = new ReturnedLine(
                            rows.getBigDecimal(4), rows.getBigDecimal(5), rows.getLong(6), rows.getLong(7));
                    if (!line.isNothing()) {
                        returned.computeIfAbsent(key, _ -> new TreeMap<>()).put(rows.getInt(3), line);
                    }
                }
            }
        }
    }

    private java.sql.Array ids(Set<EventKey> events) throws SQLException {
        return connection.createArrayOf(
                "uuid", events.stream().map(EventKey::id).toArray());
    }
}
