package dev.triad.ledger.simulation;

import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Redated;
import dev.triad.ledger.posting.Reference;
import dev.triad.ledger.posting.RejectReason;
import dev.triad.ledger.posting.ReturnedLine;
import dev.triad.ledger.posting.Suspended;
import dev.triad.ledger.rate.RateBook;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is durable: the tables, as far as posting knows them. */
final class BooksState {
    private static final int SECONDS_AN_HOUR = 3_600;

    record EntryKey(EventKey event, int revision) {}

    record LineKey(EventKey sale, int line) {}

    record BalanceKey(String group, String account, long hour) {
        static BalanceKey of(Posted posted, Posting posting) {
            return new BalanceKey(posted.group(), posting.account(), hour(posted.bookedAt()));
        }

        private static long hour(Instant time) {
            return Math.floorDiv(time.getEpochSecond(), SECONDS_AN_HOUR);
        }
    }

    /** A row of suspense. */
    record Item(long id, boolean resolved, Suspended suspended) {
        boolean isWaiting() {
            return !resolved && suspended.wanted() != null;
        }

        RecordPosition position() {
            return suspended.received().raw().position();
        }

        /** The event that it keeps from being posted twice, or null. */
        @Nullable
        EventKey holds() {
            return !resolved
                            && suspended.received() instanceof Received.Decoded event
                            && !suspended.reason().equals(RejectReason.ID_REUSED.code())
                    ? event.key()
                    : null;
        }

        /** What it says, of an item that holds an event. */
        UUID digest() {
            return ((Received.Decoded) suspended.received()).digest();
        }

        Item again(Suspended anew) {
            return new Item(id, false, anew);
        }

        Item done() {
            return new Item(id, true, suspended);
        }
    }

    final Map<String, Group> groups = new TreeMap<>();
    RateBook rateBook = RateBook.EMPTY;
    /** Every publication, also those that others correct: waiting usage asks whether there is any. */
    final List<Batch.PublishedRate> rates = new ArrayList<>();

    final Map<String, Closings> closings = new TreeMap<>();
    long referenceVersion;
    /** All entries, and the last of each event and revision. */
    final List<Posted> entries = new ArrayList<>();

    final Map<EntryKey, Posted> index = new HashMap<>();
    final Map<EventKey, Integer> lastRevisions = new HashMap<>();
    final Map<BalanceKey, BigInteger> balances = new HashMap<>();
    final Map<LineKey, ReturnedLine> returned = new LinkedHashMap<>();
    final Map<TopicPartition, Long> offsets = new TreeMap<>(SimulatedLog.ORDER);
    final Map<Long, Item> suspense = new TreeMap<>();
    final Map<RecordPosition, Long> suspendedAt = new HashMap<>();
    long lastItem;

    BooksState copy() {
        BooksState copy = new BooksState();
        copy.groups.putAll(groups);
        copy.rateBook = rateBook;
        copy.rates.addAll(rates);
        copy.closings.putAll(closings);
        copy.referenceVersion = referenceVersion;
        copy.entries.addAll(entries);
        copy.index.putAll(index);
        copy.lastRevisions.putAll(lastRevisions);
        copy.balances.putAll(balances);
        copy.returned.putAll(returned);
        copy.offsets.putAll(offsets);
        copy.suspense.putAll(suspense);
        copy.suspendedAt.putAll(suspendedAt);
        copy.lastItem = lastItem;
        return copy;
    }

    Reference reference() {
        return new Reference(groups, rateBook, closings);
    }

    long offset(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    @Nullable
    Posted posted(EventKey event) {
        return index.get(new EntryKey(event, 0));
    }

    void addReference(Batch batch) {
        if (batch.groups().isEmpty()
                && batch.rates().isEmpty()
                && batch.closings().isEmpty()) {
            return;
        }
        groups.putAll(batch.groups());
        for (Batch.PublishedRate published : batch.rates()) {
            rates.add(published);
            rateBook = rateBook.with(published.key(), published.rate());
        }
        for (Batch.ClosedPeriod closed : batch.closings()) {
            closings.put(
                    closed.group(),
                    closings.getOrDefault(closed.group(), Closings.NONE).with(closed.closing()));
        }
        referenceVersion++;
    }

    void addEntry(Posted posted) {
        entries.add(posted);
        index.put(new EntryKey(posted.event(), posted.revision()), posted);
        lastRevisions.merge(posted.event(), posted.revision(), Math::max);
    }

    void addBalances(Posted posted) {
        for (Posting posting : posted.entry().postings()) {
            addBalance(posted, posting, BigInteger.valueOf(posting.amount()));
        }
    }

    private void addBalance(Posted posted, Posting posting, BigInteger amount) {
        balances.merge(BalanceKey.of(posted, posting), amount, BigInteger::add);
    }

    void redate(Redated change) {
        for (int i = 0; i < entries.size(); i++) {
            Posted posted = entries.get(i);
            if (posted.event().equals(change.event()) && posted.bookedAt().equals(change.from())) {
                Posted moved = Dates.booked(posted, change.to());
                for (Posting posting : posted.entry().postings()) {
                    addBalance(
                            posted,
                            posting,
                            BigInteger.valueOf(posting.amount()).negate());
                }
                entries.set(i, moved);
                index.put(new EntryKey(moved.event(), moved.revision()), moved);
                addBalances(moved);
            }
        }
    }

    /** The balances of a group's hours before a moment, other than zero. */
    Map<BalanceKey, BigInteger> balancesBefore(String group, Instant end) {
        Map<BalanceKey, BigInteger> before = new HashMap<>();
        balances.forEach((key, amount) -> {
            if (key.group().equals(group)
                    && amount.signum() != 0
                    && key.hour() < end.getEpochSecond() / SECONDS_AN_HOUR) {
                before.put(key, amount);
            }
        });
        return before;
    }

    void suspend(Suspended item) {
        RecordPosition position = item.received().raw().position();
        if (!suspendedAt.containsKey(position)) {
            suspense.put(++lastItem, new Item(lastItem, false, item));
            suspendedAt.put(position, lastItem);
        }
    }

    /** What waited leaves without trace; what was quarantined is kept as resolved. */
    void resolve(long id) {
        Item item = suspense.get(id);
        if (item != null && item.isWaiting()) {
            suspense.remove(id);
            suspendedAt.remove(item.position());
        } else if (item != null) {
            suspense.put(id, item.done());
        }
    }
}
