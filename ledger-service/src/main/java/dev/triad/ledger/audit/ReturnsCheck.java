package dev.triad.ledger.audit;

import dev.triad.events.EventCodec;
import dev.triad.events.EventType;
import dev.triad.events.InvalidEventException;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Returns of known sales. Each posts the difference between two states of its sale, so what it posts depends on which
 * came before it, and that the log does not say: there must be an order of a sale's returns in which the pure engine
 * posts every one of them just as it is on the books.
 */
final class ReturnsCheck {
    private static final int SALES_READ_AT_ONCE = 1_000;

    /** How many postings to try for one sale; with so many returns of one sale its first order decides. */
    private static final int TRIED_MAX = 5_000;

    /** A return, as it is on the books or, with nothing posted, in quarantine. */
    private record Returned(
            Received.Decoded event, String name, @Nullable List<Posting> posted, String reason) {}

    /** A line of a sale. */
    private record LineKey(EventKey sale, int line) {}

    private final Reposting engine;
    private final Findings findings;
    private final EventCodec codec = new EventCodec();
    private final Map<EventKey, List<Returned>> bySale = new LinkedHashMap<>();
    private final Map<LineKey, ReturnedLine> lines = new HashMap<>();

    /** What is said to have come back before each of the returns that are looked at, in words by line. */
    private final Map<EventKey, Map<Integer, String>> before = new HashMap<>();

    private long linesBefore;

    ReturnsCheck(Reposting engine, Findings findings) {
        this.engine = engine;
        this.findings = findings;
    }

    /** The sale that a return names, or null when it names none. */
    static @Nullable EventKey sale(Received.Decoded event) {
        return event.event().data() instanceof SaleReturned returned && returned.sale() != null
                ? new EventKey(event.event().source(), returned.sale())
                : null;
    }

    void posted(EventKey sale, Received.Decoded event, String name, List<Posting> postings) {
        add(sale, new Returned(light(event), name, List.copyOf(postings), ""));
    }

    void quarantined(EventKey sale, Received.Decoded event, String name, String reason) {
        add(sale, new Returned(light(event), name, null, reason));
    }

    private void add(EventKey sale, Returned returned) {
        bySale.computeIfAbsent(sale, _ -> new ArrayList<>(1)).add(returned);
    }

    /** Without the record's bytes, of which there may be many. */
    private static Received.Decoded light(Received.Decoded event) {
        RawRecord raw = event.raw();
        return new Received.Decoded(
                new RawRecord(raw.position(), raw.time(), null, List::of, null), event.event(), event.digest());
    }

    /** Once all returns are known. */
    void finish(Connection connection) throws SQLException {
        List<EventKey> some = new ArrayList<>();
        for (EventKey sale : bySale.keySet()) {
            some.add(sale);
            if (some.size() == SALES_READ_AT_ONCE) {
                check(connection, some);
                some.clear();
            }
        }
        check(connection, some);
        requireNoneBeside(connection);
        compareLines(connection);
    }

    private void check(Connection connection, List<EventKey> keys) throws SQLException {
        Map<EventKey, SaleOnFile> sales = sales(connection, keys);
        before.clear();
        readBefore(connection, keys);
        for (EventKey key : keys) {
            check(key, sales.get(key), bySale.getOrDefault(key, List.of()));
        }
    }

    private void check(EventKey key, @Nullable SaleOnFile sale, List<Returned> returns) {
        List<Returned> posted =
                returns.stream().filter(returned -> returned.posted() != null).toList();
        SaleOnFile state = sale;
        if (!posted.isEmpty()) {
            Tried tried = new Tried();
            state = order(key, sale, posted, tried);
            if (state == null) {
                state = report(key, sale, posted);
            }
        }
        if (state != null) {
            state.returned().forEach((line, returned) -> lines.put(new LineKey(key, line), returned));
        }
        for (Returned returned : returns) {
            if (returned.posted() == null) {
                checkQuarantined(key, state, returned);
            }
        }
    }

    private static final class Tried {
        private int count;
    }

    /** The state after an order in which all of them post as they did, or null when there is none. */
    private @Nullable SaleOnFile order(EventKey key, @Nullable SaleOnFile state, List<Returned> left, Tried tried) {
        if (left.isEmpty()) {
            return state;
        }
        for (int i = 0; i < left.size() && tried.count < TRIED_MAX; i++) {
            tried.count++;
            Returned candidate = left.get(i);
            Batch batch = engine.postReturn(candidate.event(), key, state);
            if (postsAsOnTheBooks(batch, candidate)) {
                List<Returned> rest = new ArrayList<>(left);
                rest.remove(i);
                SaleOnFile end = order(key, batch.returns().get(key), rest, tried);
                if (end != null) {
                    return end;
                }
            }
        }
        return null;
    }

    private boolean postsAsOnTheBooks(Batch batch, Returned returned) {
        return returned.posted() != null
                && batch.posted().size() == 1
                && words(batch.returnedBefore().getOrDefault(returned.event().key(), Map.of()))
                        .equals(before.getOrDefault(returned.event().key(), Map.of()))
                && Postings.same(batch.posted().getFirst().entry().postings(), returned.posted());
    }

    /** Names those that differ in the order of the log; the state at the end is the same in any order. */
    private @Nullable SaleOnFile report(EventKey key, @Nullable SaleOnFile sale, List<Returned> posted) {
        SaleOnFile state = sale;
        boolean named = false;
        for (Returned returned : posted) {
            Batch batch = engine.postReturn(returned.event(), key, state);
            List<Posting> found = returned.posted() == null ? List.of() : returned.posted();
            if (batch.posted().isEmpty()) {
                named = true;
                findings.differ(
                        Subject.ENTRIES,
                        returned.name(),
                        batch.suspended().getFirst().detail(),
                        "posted");
                continue;
            }
            state = batch.returns().get(key);
            List<Posting> expected = batch.posted().getFirst().entry().postings();
            if (!Postings.same(expected, found)) {
                named = true;
                findings.differ(
                        Subject.ENTRIES,
                        returned.name(),
                        Postings.words(expected, found),
                        Postings.words(found, expected));
            }
        }
        if (!named) {
            findings.differ(
                    Subject.RETURNS,
                    "the returns of sale " + key.id() + " of " + key.source(),
                    "an order in which each posts as it did, after what is said to have come back before it",
                    "none");
        }
        return state;
    }

    private void checkQuarantined(EventKey key, @Nullable SaleOnFile state, Returned returned) {
        Batch batch = engine.postReturn(returned.event(), key, state);
        String now = batch.suspended().isEmpty()
                ? "it can be posted"
                : batch.suspended().getFirst().reason();
        if (!now.equals(returned.reason())) {
            findings.differ(Subject.SUSPENSE, returned.name(), now, returned.reason());
        }
    }

    private void readBefore(Connection connection, List<EventKey> keys) throws SQLException {
        Set<EventKey> returns = keys.stream()
                .flatMap(key -> bySale.getOrDefault(key, List.of()).stream())
                .map(returned -> returned.event().key())
                .collect(Collectors.toSet());
        Object[] ids = returns.stream().map(EventKey::id).distinct().toArray();
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, b.return_id, b.line, b.quantity, b.proportional_quantity, b.refunded, b.cost_reversed
                from returned_before b join source s on s.id = b.source_id where b.return_id = any(?)""")) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventKey key = new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class));
                    // An id belongs to its source: the same one of another source is another return.
                    if (!returns.contains(key)) {
                        continue;
                    }
                    linesBefore++;
                    before.computeIfAbsent(key, _ -> new HashMap<>())
                            .put(
                                    rows.getInt(3),
                                    words(
                                            rows.getBigDecimal(4),
                                            rows.getBigDecimal(5),
                                            rows.getLong(6),
                                            rows.getLong(7)));
                }
            }
        }
    }

    private static Map<Integer, String> words(Map<Integer, ReturnedLine> lines) {
        Map<Integer, String> words = new HashMap<>();
        lines.forEach((line, returned) -> words.put(line, words(returned)));
        return words;
    }

    /** What is said to have come back before returns that the log does not have. */
    private void requireNoneBeside(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from returned_before");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            findings.same(Subject.RETURNS, "lines that came back before other returns", linesBefore, rows.getLong(1));
        }
    }

    private Map<EventKey, SaleOnFile> sales(Connection connection, List<EventKey> keys) throws SQLException {
        Map<EventKey, SaleOnFile> sales = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, e.event_id, e.sale, coalesce(e.occurred_at, e.booked_at) from entry e join source s on s.id = e.source_id
                where e.event_id = any(?) and e.revision = 0""")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(EventKey::id).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventKey key = new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class));
                    sales.put(
                            key,
                            new SaleOnFile(
                                    decoded(rows.getBytes(3)),
                                    rows.getTimestamp(4).toInstant(),
                                    Map.of()));
                }
            }
        }
        return sales;
    }

    private @Nullable SaleRecorded decoded(byte @Nullable [] sale) {
        try {
            return sale == null ? null : (SaleRecorded) codec.decode(EventType.SALE_RECORDED, sale);
        } catch (InvalidEventException e) {
            // The entry of the sale is named for it; what a return of no sale would post is no news beside that.
            return null;
        }
    }

    private void compareLines(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, r.sale_id, r.line, r.quantity, r.proportional_quantity, r.refunded, r.cost_reversed
                from returned_line r join source s on s.id = r.source_id
                where r.quantity <> 0 or r.proportional_quantity <> 0 or r.refunded <> 0 or r.cost_reversed <> 0
                order by r.sale_id, r.line""")) {
            select.setFetchSize(EntryRows.FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    LineKey key = new LineKey(
                            new EventKey(Source.parse(rows.getString(1)), rows.getObject(2, UUID.class)),
                            rows.getInt(3));
                    String found =
                            words(rows.getBigDecimal(4), rows.getBigDecimal(5), rows.getLong(6), rows.getLong(7));
                    ReturnedLine expected = lines.remove(key);
                    findings.same(
                            Subject.RETURNS, name(key), expected == null ? "nothing returned" : words(expected), found);
                }
            }
        }
        lines.forEach(
                (key, expected) -> findings.same(Subject.RETURNS, name(key), words(expected), "nothing returned"));
    }

    private static String name(LineKey key) {
        return "line " + key.line() + " of sale " + key.sale().id() + " of "
                + key.sale().source();
    }

    private static String words(ReturnedLine line) {
        return words(line.quantity(), line.proportionalQuantity(), line.refunded(), line.costReversed());
    }

    private static String words(BigDecimal quantity, BigDecimal proportional, long refunded, long costReversed) {
        return "%s returned, %s of it at its price, %d refunded, %d of cost taken back"
                .formatted(plain(quantity), plain(proportional), refunded, costReversed);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
