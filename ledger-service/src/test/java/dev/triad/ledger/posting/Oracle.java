package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the books must come to: the pure engine's word, without broker or database. */
public final class Oracle {
    /**
     * What a group's books must come to.
     *
     * @param balances other than zero, by account
     * @param suspense why an event is not on the books, by event
     * @param dates what entries come to at each accounting date, see {@link ByDate}
     */
    public record Verdict(
            Map<String, BigInteger> balances,
            Map<EventKey, String> suspense,
            Map<Instant, Map<String, BigInteger>> dates) {}

    private Oracle() {}

    /** The books that the records of one group come to when they are read from their log at once. */
    public static Verdict books(List<Received> records) {
        MemoryBooks books = new MemoryBooks();
        books.post(records);
        Map<EventKey, String> suspense = new HashMap<>();
        books.suspense().forEach(item -> suspense.put(((Received.Decoded) item.received()).key(), item.reason()));
        return new Verdict(new TreeMap<>(books.balances()), suspense, ByDate.of(books.entries()));
    }

    /** The balances, other than zero, that the events come to when they arrive in order and once. */
    public static Map<String, BigInteger> balances(List<CloudEvent> events) {
        return new TreeMap<>(post(events).balances());
    }

    private static MemoryBooks post(List<CloudEvent> events) {
        List<Received> records = new ArrayList<>();
        for (CloudEvent event : events) {
            records.add(Streams.received(event, records.size()));
        }
        MemoryBooks books = new MemoryBooks();
        books.post(records);
        return books;
    }
}
