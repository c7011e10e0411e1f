package dev.triad.ledger.simulation;

import dev.triad.events.EventIds;
import dev.triad.ledger.journal.Books;
import dev.triad.ledger.journal.EventRepeatedException;
import dev.triad.ledger.journal.Offsets;
import dev.triad.ledger.journal.WaitKind;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.DatedEntry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.PostedUsage;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Redated;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.SaleOnFile;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.rate.RateKey;
import dev.triad.ledger.simulation.BooksState.EntryKey;
import dev.triad.ledger.simulation.BooksState.LineKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One session's transaction. Each call is a statement: others may run before it, and it may fail. */
final class SimulatedTransaction implements Books.Transaction {

    private record OffsetRow(TopicPartition partition) {}

    private record ItemRow(long id) {}

    private final SimulatedBooks books;
    private final SimulatedBooks.Client client;
    private final String server;
    private final List<Runnable> effects = new ArrayList<>();
    private final Set<LineKey> linesOnFile = new HashSet<>();
    /** The revisions that it has written itself, and alone can see until its commit. */
    private final Map<EventKey, Integer> revisions = new HashMap<>();

    private final Dates dates = new Dates();

    private @Nullable Object waitsFor;
    /** A statement failed: nothing but a rollback is left. */
    private boolean broken;
    /** The client is told that the connection is gone, whatever the server still does. */
    private boolean disconnected;
    /** The server has done with it. */
    private boolean ended;
    /** The client asked for the commit. */
    private boolean committing;

    SimulatedTransaction(SimulatedBooks books, SimulatedBooks.Client client) {
        this.books = books;
        this.client = client;
        this.server = "server " + books.incarnation();
    }

    boolean isOf(SimulatedBooks.Client one) {
        return client == one;
    }

    boolean isAbandoned() {
        return client.isDead() || disconnected;
    }

    @Nullable
    Object waitsFor() {
        return waitsFor;
    }

    void waitFor(@Nullable Object row) {
        waitsFor = row;
    }

    /** The server ends it. Of a commit under way nobody knows what became. */
    void terminate() {
        if (committing && books.random().nextBoolean()) {
            makeDurable();
        }
        end();
    }

    private void makeDurable() {
        List<Runnable> all = List.copyOf(effects);
        effects.clear();
        books.apply(all);
    }

    private void end() {
        ended = true;
        books.ended(this);
    }

    /** Waits for a lock, which fails when the session ends before. */
    void await(BooleanSupplier condition) throws SQLException {
        if (!condition.getAsBoolean()) {
            books.scheduler().await(() -> ended || condition.getAsBoolean());
            requireSession();
        }
    }

    SQLException failed(String sqlState, String message) {
        broken = true;
        return new SQLException(message, sqlState);
    }

    private void requireSession() throws SQLException {
        if (ended || disconnected) {
            throw failed("57P01", "the session was ended");
        }
    }

    private void statement() throws SQLException {
        books.scheduler().pause();
        requireSession();
        if (broken) {
            throw new SQLException("the transaction is aborted", "25P02");
        }
        Faults faults = books.faults();
        if (books.chance(faults.statement())) {
            throw failed(books.random().nextBoolean() ? "40001" : "57014", "the statement failed by chance");
        }
        if (books.chance(faults.connection())) {
            disconnected = true;
            if (books.random().nextBoolean()) {
                end();
            }
            throw failed("08006", "the connection dropped");
        }
        if (books.chance(faults.memory())) {
            throw new OutOfMemoryError("by chance");
        }
    }

    private BooksState state() {
        return books.state();
    }

    @Override
    public Map<TopicPartition, Long> lockOffsets(Set<TopicPartition> partitions) throws SQLException {
        statement();
        Map<TopicPartition, Long> next = new HashMap<>();
        Set<TopicPartition> sorted = new TreeSet<>(SimulatedLog.ORDER);
        sorted.addAll(partitions);
        for (TopicPartition partition : sorted) {
            if (!books.has(Flaw.OFFSETS_WITHOUT_CONDITION)) {
                books.lock(this, new OffsetRow(partition));
            }
            next.put(partition, state().offset(partition));
        }
        return next;
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public Reference reference() throws SQLException {
        statement();
        return state().reference();
    }

    @Override
    public @Nullable UUID latestEvent(TopicPartition partition) {
        // No pause: the caller holds a monitor, which the scheduler does not know.
        return state().entries.stream()
                .filter(posted -> posted.position().isIn(partition.topic(), partition.partition()))
                .map(posted -> posted.event().id())
                .max(EventIds.ORDER)
                .orElse(null);
    }

    @Override
    public Map<EventKey, UUID> posted(Set<EventKey> events) throws SQLException {
        statement();
        Map<EventKey, UUID> known = new HashMap<>();
        for (EventKey event : events) {
            Posted posted = state().posted(event);
            if (posted != null) {
                known.put(event, posted.digest());
            }
        }
        return known;
    }

    @Override
    public Map<EventKey, UUID> suspended(Collection<EventKey> events, Collection<Long> otherThan) throws SQLException {
        statement();
        Map<EventKey, UUID> known = new HashMap<>();
        for (BooksState.Item item : state().suspense.values()) {
            EventKey event = item.holds();
            if (event != null && !otherThan.contains(item.id()) && events.contains(event)) {
                known.put(event, item.digest());
            }
        }
        return known;
    }

    @Override
    public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) throws SQLException {
        statement();
        List<LineKey> onFile = new ArrayList<>();
        for (LineKey line : state().returned.keySet()) {
            if (events.contains(line.sale())) {
                onFile.add(line);
            }
        }
        onFile.sort(Comparator.comparing((LineKey line) -> line.sale().id(), EventIds.ORDER)
                .thenComparing(line -> line.sale().source().toString())
                .thenComparingInt(LineKey::line));
        Map<EventKey, Map<Integer, ReturnedLine>> returned = new HashMap<>();
        for (LineKey line : onFile) {
            books.lock(this, line);
            ReturnedLine row = state().returned.get(line);
            if (row != null) {
                linesOnFile.add(line);
                if (!row.isNothing()) {
                    returned.computeIfAbsent(line.sale(), _ -> new HashMap<>()).put(line.line(), row);
                }
            }
        }
        Map<EventKey, SaleOnFile> sales = new HashMap<>();
        for (EventKey event : events) {
            Posted posted = state().posted(event);
            if (posted != null) {
                sales.put(
                        event,
                        new SaleOnFile(SaleData.of(posted), posted.time(), returned.getOrDefault(event, Map.of())));
            }
        }
        return sales;
    }

    @Override
    public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action)
            throws SQLException {
        statement();
        List<PostedUsage> usages = new ArrayList<>();
        for (Posted posted : state().entries) {
            Posted.RatedUsage rated = posted.usage();
            if (rated != null
                    && posted.revision() == 0
                    && posted.group().equals(key.group())
                    && rated.usage().provider().equals(key.provider())
                    && rated.usage().resource().equals(key.resource())
                    && !posted.time().isBefore(from)
                    && (until == null || posted.time().isBefore(until))) {
                usages.add(new PostedUsage(
                        posted.event(),
                        posted.position(),
                        posted.digest(),
                        posted.time(),
                        revisions.getOrDefault(
                                posted.event(), state().lastRevisions.getOrDefault(posted.event(), 0)),
                        rated.usage(),
                        rated.quantity()));
            }
        }
        usages.forEach(action);
    }

    @Override
    public void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action)
            throws SQLException {
        statement();
        dates.beyond(state().entries, group, places, from, until).forEach(action);
    }

    @Override
    public void redate(List<Redated> entries) throws SQLException {
        statement();
        if (!books.has(Flaw.LATE_ENTRIES_STAY)) {
            List.copyOf(entries).forEach(change -> {
                dates.change(change);
                effects.add(() -> state().redate(change));
            });
        }
    }

    @Override
    public void writeDifferences(List<Posted> differences) throws SQLException {
        statement();
        List<Posted> entries = new ArrayList<>(differences);
        if (books.has(Flaw.LATE_RATES_IN_CLOSED_PERIODS)) {
            entries.replaceAll(posted -> Dates.booked(posted, posted.time()));
        }
        entries.sort(Comparator.comparingLong(posted -> LogPlace.of(posted.position())));
        for (Posted posted : entries) {
            write(posted);
            revisions.put(posted.event(), posted.revision());
        }
        effects.add(() -> entries.forEach(state()::addBalances));
    }

    @Override
    public void write(Batch batch) throws SQLException {
        statement();
        List<Posted> entries = new ArrayList<>(batch.posted());
        entries.sort(Comparator.comparingLong(posted -> LogPlace.of(posted.position())));
        for (Posted posted : entries) {
            write(posted);
        }
        effects.add(() -> state().addReference(batch));
        effects.add(() -> entries.forEach(state()::addBalances));
        for (Map.Entry<EventKey, SaleOnFile> sale : batch.returns().entrySet()) {
            SaleOnFile onFile = sale.getValue();
            Map<Integer, ReturnedLine> lines =
                    books.has(Flaw.RETURNS_UNAWARE_OF_EACH_OTHER) ? new TreeMap<>(onFile.returned()) : onFile.lines();
            for (Map.Entry<Integer, ReturnedLine> line : lines.entrySet()) {
                returned(new LineKey(sale.getKey(), line.getKey()), line.getValue());
            }
        }
    }

    private void write(Posted posted) throws SQLException {
        if (books.isPoison(posted.event())) {
            broken = true;
            if (posted.event().id().hashCode() % 2 == 0) {
                throw new ArithmeticException("a time that the database cannot hold");
            }
            throw new SQLException("a value that the database cannot hold", "22008");
        }
        if (!books.has(Flaw.NO_UNIQUE_INDEX)) {
            EntryKey key = new EntryKey(posted.event(), posted.revision());
            books.lock(this, key);
            if (state().index.containsKey(key)) {
                broken = true;
                throw new EventRepeatedException("an event of the batch is on the books", null);
            }
        }
        if (books.has(Flaw.ENTRIES_AHEAD_OF_BALANCES)) {
            state().addEntry(posted);
        } else {
            effects.add(() -> state().addEntry(posted));
        }
    }

    private void returned(LineKey line, ReturnedLine row) throws SQLException {
        if (!linesOnFile.contains(line)) {
            books.lock(this, line);
            if (state().returned.containsKey(line)) {
                throw failed("23505", "another batch was the first to return some of a line");
            }
        }
        effects.add(() -> state().returned.put(line, row));
    }

    @Override
    public void suspend(List<Suspended> items) throws SQLException {
        if (!items.isEmpty()) {
            statement();
            List<Suspended> all = List.copyOf(items);
            effects.add(() -> all.forEach(state()::suspend));
        }
    }

    @Override
    public void settle(Map<RecordPosition, Long> tried, List<Suspended> again) throws SQLException {
        statement();
        Set<Long> done = new TreeSet<>(tried.values());
        Map<Long, Suspended> anew = new HashMap<>();
        for (Suspended item : again) {
            Long id = tried.get(item.received().raw().position());
            if (id != null) {
                anew.put(id, item);
            }
        }
        if (!books.has(Flaw.SUSPENSE_DROPPED)) {
            done.removeAll(anew.keySet());
        }
        effects.add(() -> {
            anew.forEach((id, item) -> state().suspense.computeIfPresent(id, (_, row) -> row.again(item)));
            done.forEach(state()::resolve);
        });
    }

    @Override
    public void advance(Map<TopicPartition, Offsets.Move> moves) throws SQLException {
        statement();
        Map<TopicPartition, Offsets.Move> all = Map.copyOf(moves);
        if (books.has(Flaw.OFFSETS_FORGOTTEN)) {
            return;
        }
        for (Map.Entry<TopicPartition, Offsets.Move> move : all.entrySet()) {
            if (!books.has(Flaw.OFFSETS_WITHOUT_CONDITION)
                    && state().offset(move.getKey()) != move.getValue().from()) {
                throw failed("40001", "another owner moved an offset");
            }
        }
        Runnable advance =
                () -> all.forEach((partition, move) -> state().offsets.put(partition, move.to()));
        if (books.has(Flaw.OFFSETS_AHEAD_OF_ENTRIES)) {
            advance.run();
        } else {
            effects.add(advance);
        }
    }

    @Override
    public Map<Long, RawRecord> lockCleared(WaitKind kind, int limit) throws SQLException {
        statement();
        Map<Long, RawRecord> items = new LinkedHashMap<>();
        for (BooksState.Item item : state().suspense.values()) {
            if (items.size() < limit && books.hasArrived(item, kind) && !books.isLocked(new ItemRow(item.id()))) {
                books.lock(this, new ItemRow(item.id()));
                items.put(item.id(), item.suspended().received().raw());
            }
        }
        return items;
    }

    @Override
    public Map<Long, RawRecord> lockOpen(long id) throws SQLException {
        statement();
        books.lock(this, new ItemRow(id));
        BooksState.Item item = state().suspense.get(id);
        return item == null || item.resolved()
                ? Map.of()
                : Map.of(id, item.suspended().received().raw());
    }

    @Override
    public void commit() throws SQLException {
        statement();
        if (!books.chance(books.faults().commit())) {
            makeDurable();
            end();
            books.scheduler().pause();
            return;
        }
        switch (books.random().nextInt(4)) {
            case 0 -> throw failed("40001", "the commit failed");
            case 1 -> {
                makeDurable();
                end();
                disconnected = true;
                throw failed("08006", "the acknowledgement was lost");
            }
            case 2 -> {
                committing = true;
                disconnected = true;
                throw failed("08006", "the connection dropped while the server committed");
            }
            default -> {
                makeDurable();
                end();
                if (books.faults().memory() > 0) {
                    throw new OutOfMemoryError("by chance, after the commit");
                }
                throw failed("08003", "the connection is closed");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (ended || client.isDead() || disconnected) {
            return;
        }
        if (books.has(Flaw.NO_ROLLBACK)) {
            makeDurable();
        }
        end();
    }
}
