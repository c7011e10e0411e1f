package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import java.math.BigInteger;
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
     */
    public record Verdict(Map<String, BigInteger> balances, Map<EventKey, String> suspense) {}

    private Oracle() {}

    /** The books that the events of one group come to when they arrive in order and once. */
    public static Verdict books(List<CloudEvent> events) {
        MemoryBooks books = post(events);
        Map<EventKey, String> suspense = new HashMap<>();
        books.suspense().forEach(item -> suspense.put(((Received.Decoded) item.received()).key(), item.reason()));
        return new Verdict(new TreeMap<>(books.balances()), suspense);
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
