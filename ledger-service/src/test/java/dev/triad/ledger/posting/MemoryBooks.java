package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import dev.triad.events.SaleReturned;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Books in memory: the same rules as the journal's, without a database. */
final class MemoryBooks implements LedgerView {
    private final Map<String, Group> groups = new HashMap<>();
    private RateBook rates = RateBook.EMPTY;
    private final Map<String, Closings> closings = new HashMap<>();
    private final Map<EventKey, Posted> own = new LinkedHashMap<>();
    private final Map<EventKey, Integer> revisions = new HashMap<>();
    private final Map<EventKey, SaleOnFile> sales = new HashMap<>();
    private List<Suspended> suspense = new ArrayList<>();
    private final Map<String, BigInteger> balances = new TreeMap<>();
    private final List<Posted> entries = new ArrayList<>();
    private final Map<EventKey, Map<Integer, ReturnedLine>> returnedBefore = new HashMap<>();
    private int duplicates;

    /** Posts a batch, and then whatever it cleared from suspense, until nothing more clears. */
    void post(List<Received> records) {
        apply(BatchPoster.post(this, records));
        int before;
        do {
            before = suspense.size();
            List<Suspended> waiting =
                    suspense.stream().filter(item -> item.wanted() != null).toList();
            suspense = new ArrayList<>(
                    suspense.stream().filter(item -> item.wanted() == null).toList());
            apply(BatchPoster.post(
                    this, waiting.stream().map(Suspended::received).toList()));
        } while (suspense.size() < before);
    }

    Map<String, BigInteger> balances() {
        return balances;
    }

    /** Every entry in the order in which it was posted. */
    List<Posted> entries() {
        return entries;
    }

    Group group(String name) {
        return Objects.requireNonNull(groups.get(name));
    }

    /** What an explanation of an entry needs beside its event. */
    Explanation.Basis basis(Posted posted) {
        Posted.RatedUsage usage = posted.usage();
        if (usage != null && posted.revision() == 0) {
            return new Explanation.Basis.AtRate(usage.rate());
        }
        if (usage != null) {
            Posted corrected = entries.stream()
                    .filter(entry -> entry.event().equals(posted.event()) && entry.revision() == posted.revision() - 1)
                    .findFirst()
                    .orElseThrow();
            return new Explanation.Basis.Repriced(
                    usage.rate(), Objects.requireNonNull(corrected.usage()).rate());
        }
        if (posted.cause() != null
                && posted.cause().event().data() instanceof SaleReturned returned
                && returned.sale() != null) {
            SaleOnFile sale =
                    Objects.requireNonNull(sales.get(new EventKey(posted.event().source(), returned.sale())));
            return new Explanation.Basis.Returned(sale.returned(returnedBefore.getOrDefault(posted.event(), Map.of())));
        }
        return new Explanation.Basis.EventAlone();
    }

    /** The event of an entry. */
    CloudEvent cause(Posted posted) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(own.get(posted.event())).cause())
                .event();
    }

    List<Suspended> suspense() {
        return suspense;
    }

    int duplicates() {
        return duplicates;
    }

    private void apply(Batch batch) {
        for (BooksChange change : batch.changes()) {
            List<Posted> differences = new ArrayList<>();
            List<Redated> redated = new ArrayList<>();
            change.forEach(this, differences::add, redated::add);
            redated.forEach(this::redate);
            add(differences);
        }
        batch.closings()
                .forEach(closed -> closings.merge(
                        closed.group(),
                        Closings.NONE.with(closed.closing()),
                        (before, _) -> before.with(closed.closing())));
        groups.putAll(batch.groups());
        batch.rates().forEach(published -> rates = rates.with(published.key(), published.rate()));
        returnedBefore.putAll(batch.returnedBefore());
        add(batch.posted());
        sales.putAll(batch.returns());
        suspense.addAll(batch.suspended());
        duplicates += batch.duplicates();
        balances.values().removeIf(balance -> balance.signum() == 0);
    }

    private void redate(Redated change) {
        entries.replaceAll(posted ->
                posted.event().equals(change.event()) && posted.bookedAt().equals(change.from())
                        ? booked(posted, change.to())
                        : posted);
        own.computeIfPresent(
                change.event(),
                (_, posted) -> posted.bookedAt().equals(change.from()) ? booked(posted, change.to()) : posted);
    }

    private static Posted booked(Posted posted, Instant at) {
        return new Posted(
                posted.event(),
                posted.group(),
                posted.position(),
                posted.revision(),
                posted.digest(),
                posted.time(),
                at,
                posted.entry(),
                posted.usage(),
                posted.sale(),
                posted.cause());
    }

    Map<String, Closings> closings() {
        return closings;
    }

    private void add(List<Posted> batch) {
        entries.addAll(batch);
        for (Posted posted : batch) {
            if (posted.revision() == 0) {
                own.put(posted.event(), posted);
            }
            revisions.merge(posted.event(), posted.revision(), Math::max);
            posted.entry()
                    .postings()
                    .forEach(posting ->
                            balances.merge(posting.account(), BigInteger.valueOf(posting.amount()), BigInteger::add));
            if (posted.cause() != null && posted.cause().event().data() instanceof dev.triad.events.SaleRecorded sale) {
                sales.put(posted.event(), new SaleOnFile(sale, posted.time(), Map.of()));
            }
        }
    }

    @Override
    public Reference reference() {
        return new Reference(groups, rates, closings);
    }

    @Override
    public Map<EventKey, UUID> known(List<Received.Decoded> records) {
        Set<EventKey> events = records.stream().map(Received.Decoded::key).collect(Collectors.toSet());
        Map<EventKey, UUID> known = new HashMap<>();
        own.forEach((key, posted) -> {
            if (events.contains(key)) {
                known.put(key, posted.digest());
            }
        });
        for (Suspended item : suspense) {
            if (item.received() instanceof Received.Decoded event
                    && events.contains(event.key())
                    && !item.reason().equals(RejectReason.ID_REUSED.code())) {
                known.put(event.key(), event.digest());
            }
        }
        return known;
    }

    @Override
    public Map<EventKey, SaleOnFile> sales(Set<EventKey> events) {
        Map<EventKey, SaleOnFile> found = new HashMap<>();
        for (EventKey key : events) {
            SaleOnFile sale = sales.get(key);
            if (sale != null) {
                found.put(key, sale);
            } else if (own.containsKey(key)) {
                found.put(key, new SaleOnFile(null, Instant.EPOCH, Map.of()));
            }
        }
        return found;
    }

    @Override
    public void forEachUsage(RateKey key, Instant from, @Nullable Instant until, Consumer<PostedUsage> action) {
        for (Posted posted : own.values()) {
            Posted.RatedUsage rated = posted.usage();
            if (rated != null
                    && posted.group().equals(key.group())
                    && rated.usage().provider().equals(key.provider())
                    && rated.usage().resource().equals(key.resource())
                    && !posted.time().isBefore(from)
                    && (until == null || posted.time().isBefore(until))) {
                action.accept(new PostedUsage(
                        posted.event(),
                        posted.position(),
                        posted.digest(),
                        posted.time(),
                        revisions.getOrDefault(posted.event(), 0),
                        rated.usage(),
                        rated.quantity()));
            }
        }
    }

    @Override
    public void forEachBeyond(String group, Places places, Instant from, Instant until, Consumer<DatedEntry> action) {
        for (Posted posted : List.copyOf(own.values())) {
            if (posted.group().equals(group)
                    && !places.contains(LogPlace.of(posted.position()))
                    && !posted.bookedAt().isBefore(from)
                    && posted.bookedAt().isBefore(until)) {
                action.accept(new DatedEntry(posted.event(), posted.position(), posted.time(), posted.bookedAt()));
            }
        }
    }
}
