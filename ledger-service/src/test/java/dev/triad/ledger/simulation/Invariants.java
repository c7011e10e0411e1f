package dev.triad.ledger.simulation;

import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.simulation.BooksState.BalanceKey;
import dev.triad.ledger.simulation.BooksState.EntryKey;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What holds of the books whenever one looks at what is durable. */
final class Invariants {
    /** One of them does not hold. */
    static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private final SimulatedLog log;
    private final Map<TopicPartition, Long> reached = new TreeMap<>(SimulatedLog.ORDER);
    private int incarnation;

    Invariants(SimulatedLog log) {
        this.log = log;
    }

    void check(BooksState state, int now) {
        if (now != incarnation) {
            incarnation = now;
            reached.clear();
        }
        entriesBalance(state);
        eventsArePostedOnce(state);
        balancesAreTheSumOfEntries(state);
        intersegmentBalancesMirror(state);
        offsetsOnlyGrow(state);
        nothingIsLost(state);
    }

    private static void entriesBalance(BooksState state) {
        for (Posted posted : state.entries) {
            long sum = 0;
            for (Posting posting : posted.entry().postings()) {
                sum = Math.addExact(sum, posting.amount());
            }
            require(sum == 0, "an entry of " + posted.position() + " is out of balance by " + sum);
        }
        Map<String, BigInteger> groups = new HashMap<>();
        state.balances.forEach((key, amount) -> groups.merge(key.group(), amount, BigInteger::add));
        groups.forEach(
                (group, sum) -> require(sum.signum() == 0, "the books of " + group + " are out of balance by " + sum));
    }

    private static void eventsArePostedOnce(BooksState state) {
        Set<EntryKey> seen = new HashSet<>();
        for (Posted posted : state.entries) {
            require(
                    seen.add(new EntryKey(posted.event(), posted.revision())),
                    posted.event() + " has two entries of revision " + posted.revision());
        }
        for (Posted posted : state.entries) {
            require(
                    posted.revision() == 0 || seen.contains(new EntryKey(posted.event(), posted.revision() - 1)),
                    posted.event() + " has an entry of revision " + posted.revision() + " and none before it");
        }
    }

    private static void balancesAreTheSumOfEntries(BooksState state) {
        Map<BalanceKey, BigInteger> sums = new HashMap<>();
        for (Posted posted : state.entries) {
            for (Posting posting : posted.entry().postings()) {
                sums.merge(BalanceKey.of(posted, posting), BigInteger.valueOf(posting.amount()), BigInteger::add);
            }
        }
        Map<BalanceKey, BigInteger> balances = new HashMap<>(state.balances);
        // What moved to another hour leaves nothing behind.
        balances.values().removeIf(amount -> amount.signum() == 0);
        sums.values().removeIf(amount -> amount.signum() == 0);
        require(sums.equals(balances), "the balances are not the sums of the entries");
    }

    /** What one unit owes another is what that one is owed, for every pair; likewise what was charged and imputed. */
    private static void intersegmentBalancesMirror(BooksState state) {
        Map<List<String>, BigInteger> pairs = new HashMap<>();
        state.balances.forEach((key, amount) -> {
            List<String> pair = Mirrors.pair(key.group(), key.account());
            if (!pair.isEmpty()) {
                pairs.merge(pair, amount, BigInteger::add);
            }
        });
        pairs.forEach((pair, sum) -> require(sum.signum() == 0, pair + " do not mirror each other, by " + sum));
    }

    private void offsetsOnlyGrow(BooksState state) {
        state.offsets.forEach((partition, offset) -> {
            require(
                    offset >= reached.getOrDefault(partition, 0L),
                    "the offset of " + partition + " went back to " + offset);
            require(offset <= log.end(partition), "the offset of " + partition + " is beyond the log's end");
            reached.put(partition, offset);
        });
    }

    private void nothingIsLost(BooksState state) {
        Set<Object> held = new HashSet<>();
        for (BooksState.Item item : state.suspense.values()) {
            // What was set aside as unpostable is an event all the same.
            if (log.received(item.position()) instanceof Received.Decoded event) {
                held.add(List.of(event.key(), event.digest()));
            }
        }
        state.offsets.forEach((partition, offset) -> {
            for (Received received : log.received(partition).subList(0, Math.toIntExact(offset))) {
                require(
                        isAccountedFor(state, held, received),
                        "the record at " + received.raw().position()
                                + " is below the offset and neither posted, nor suspended, nor a repeat");
            }
        });
    }

    private static boolean isAccountedFor(BooksState state, Set<Object> held, Received received) {
        if (state.suspendedAt.containsKey(received.raw().position())) {
            return true;
        }
        if (!(received instanceof Received.Decoded event)) {
            return false;
        }
        Posted posted = state.posted(event.key());
        return posted != null && posted.digest().equals(event.digest())
                || held.contains(List.of(event.key(), event.digest()));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
