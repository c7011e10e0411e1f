package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the books must come to: the pure engine's word, without broker or database. */
public final class Oracle {
    private Oracle() {}

    /** The balances, other than zero, that the events come to when they arrive in order and once. */
    public static Map<String, BigInteger> balances(List<CloudEvent> events) {
        List<Received> records = new ArrayList<>();
        for (CloudEvent event : events) {
            records.add(Streams.received(event, records.size()));
        }
        MemoryBooks books = new MemoryBooks();
        books.post(records);
        return new TreeMap<>(books.balances());
    }
}
