package dev.triad.ledger.journal;

import dev.triad.events.ConsumerKind;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LedgerView;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.posting.Usage;
import dev.triad.ledger.rate.RateKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books as the transaction of a batch sees them. */
final class BooksView implements LedgerView {
    /** A database that fails while a batch reads it; the batch is rolled back and tried again. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException sql;

        Failure(SQLException sql) {
            super(sql);
            this.sql = sql;
        }

        SQLException sql() {
            return sql;
        }
    }

    private static final String ON_THE_BOOKS = """
            select e.event_id, s.name, e.digest from entry e join source s on s.id = e.source_id
            where e.event_id = any(?) and e.revision = 0""";

    private static final String IN_SUSPENSE = """
            select event_id, source, digest from suspense
            where event_id = any(?) and state <> 'resolved' and reason <> 'id-reused' and id <> all(?)""";

    private static final int SUSPENSE_READ_WHOLE = 1_000;

    /** A line of a sale. */
    record LineKey(EventKey sale, int line) {}

    private final Set<LineKey> linesOnFile = new HashSet<>();
    private final Connection connection;
    private final Reference reference;
    private final Collection<Long> redriven;
    private final Repeats repeats;
    private final Dictionary dictionary;
    private final boolean thorough;
    private final EventCodec codec;

    /**
     * A view that leaves out the suspense items which this very batch tries again.
     *
     * @param thorough whether to look up every event, and not only those that may be old
     */
    BooksView(
            Connection connection,
            Reference reference,
            Collection<Long> redriven,
            Repeats repeats,
            Dictionary dictionary,
            boolean thorough,
            EventCodec codec) {
        this.connection = connection;
        this.reference = reference;
        this.redriven = redriven;
        this.repeats = repeats;
        this.dictionary = dictionary;
        this.thorough = thorough;
        this.codec = codec;
    }

    @Override
    public Reference reference() {
        return reference;
    }

    @Override
    public Map<EventKey, UUID> known(Collection<EventKey> events) {
        Map<EventKey, UUID> known = new HashMap<>();
        try {
            Set<EventKey> unknown = recent(events, known);
            if (!unknown.isEmpty()) {
                read(ON_THE_BOOKS, unknown, known);
            }
            inSuspense(events, known);
            return known;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Takes those that were posted lately, and returns the others that may be on the books. */
    private Set<EventKey> recent(Collection<EventKey> events, Map<EventKey, UUID> known) throws SQLException {
        RecentEvents recent = repeats.recent(connection);
        Set<EventKey> unknown = new HashSet<>();
        synchronized (recent) {
            for (EventKey event : events) {
                Integer source = dictionary.sources().known(event.source());
                UUID digest = source == null ? null : recent.digest(source, event.id());
                if (digest != null) {
                    known.put(event, digest);
                } else if (thorough || recent.mayHaveForgotten(event.id())) {
                    unknown.add(event);
                }
            }
        }
        return unknown;
    }

    /** As a rule little or nothing waits, and is read whole; only a full suspense is asked for each event. */
    private void inSuspense(Collection<EventKey> events, Map<EventKey, UUID> known) throws SQLException {
        Map<EventKey, UUID> open = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select event_id, source, digest from suspense
                where event_id is not null and state <> 'resolved' and reason <> 'id-reused' and id <> all(?)
                limit ?""")) {
            select.setArray(1, connection.createArrayOf("bigint", redriven.toArray()));
            select.setInt(2, SUSPENSE_READ_WHOLE + 1);
            read(select, open);
        }
        if (open.size() > SUSPENSE_READ_WHOLE) {
            open.clear();
            read(IN_SUSPENSE, Set.copyOf(events), open);
        }
        if (!open.isEmpty()) {
            open.keySet().retainAll(Set.copyOf(events));
            known.putAll(open);
        }
    }

    private void read(String sql, Set<EventKey> events, Map<EventKey, UUID> known) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, ids(events));
            if (sql.equals(IN_SUSPENSE)) {
                select.setArray(2, connection.createArrayOf("bigint", redriven.toArray()));
            }
            Map<EventKey, UUID> found = new HashMap<>();
            read(select, found);
            found.keySet().retainAll(events);
            known.putAll(found);
        }
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

    @Override
    public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        try {
            Map<EventKey, Map<Integer, ReturnedLine>> returned = new HashMap<>();
            Map<EventKey, SaleRecorded> sales = readSales(events);
            readReturned(events, returned);
            Map<EventKey, SaleOnFile> onFile = new HashMap<>();
            sales.forEach((key, sale) -> onFile.put(key, new SaleOnFile(sale, returned.getOrDefault(key, Map.of()))));
            return onFile;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private Map<EventKey, SaleRecorded> readSales(Set<EventKey> events) throws SQLException {
        Map<EventKey, SaleRecorded> sales = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select e.event_id, s.name, e.sale from entry e join source s on s.id = e.source_id
                where e.event_id = any(?) and e.revision = 0""")) {
            select.setArray(1, ids(events));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventKey key = new EventKey(Source.parse(rows.getString(2)), rows.getObject(1, UUID.class));
                    if (events.contains(key)) {
                        sales.put(key, sale(rows.getBytes(3)));
                    }
                }
            }
        }
        return sales;
    }

    /** Those of the lines that were asked for of which something had come back before. */
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
     * same line, one of them fails, and is tried again.
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
                    returned.computeIfAbsent(key, _ -> new TreeMap<>())
                            .put(
                                    rows.getInt(3),
                                    new ReturnedLine(
                                            rows.getBigDecimal(4),
                                            rows.getBigDecimal(5),
                                            rows.getLong(6),
                                            rows.getLong(7)));
                }
            }
        }
    }

    @Override
    public List<PostedUsage> usages(RateKey key, Instant from, @Nullable Instant until) {
        List<PostedUsage> usages = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, e.event_id, e.position, e.digest, e.occurred_at, e.quantity,
                       k.consumer, k.consumer_kind,
                       (select max(r.revision) from entry r where r.event_id = e.event_id and r.source_id = e.source_id)
                from entry e
                join usage_key k on k.id = e.usage_key
                join consolidation_group g on g.id = k.group_id
                join source s on s.id = e.source_id
                where g.name = ? and k.provider = ? and k.resource = ? and e.revision = 0
                  and e.occurred_at >= ? and (?::timestamptz is null or e.occurred_at < ?::timestamptz)""")) {
            Timestamp end = until == null ? null : Timestamp.from(until);
            select.setString(1, key.group());
            select.setString(2, key.provider());
            select.setString(3, key.resource());
            select.setTimestamp(4, Timestamp.from(from));
            select.setTimestamp(5, end);
            select.setTimestamp(6, end);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    usages.add(usage(key, rows));
                }
            }
            return usages;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static PostedUsage usage(RateKey key, ResultSet rows) throws SQLException {
        return new PostedUsage(
                new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class)),
                LogPlace.position(rows.getLong(3)),
                rows.getObject(4, UUID.class),
                rows.getTimestamp(5).toInstant(),
                rows.getInt(9),
                new Usage(key.provider(), rows.getString(7), ConsumerKind.valueOf(rows.getString(8)), key.resource()),
                rows.getBigDecimal(6));
    }

    private java.sql.Array ids(Set<EventKey> events) throws SQLException {
        return connection.createArrayOf(
                "uuid", events.stream().map(EventKey::id).toArray());
    }
}
