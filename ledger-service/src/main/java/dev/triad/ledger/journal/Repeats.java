package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells events that came before. Those of late are remembered; older ones, by the time in their ids, are
 * looked up; all others are taken for new. When the unique index proves that wrong (another replica posted
 * the event, or its id is not of the time at which it was sent), the batch and the few after it are looked up
 * event by event.
 */
@Singleton
class Repeats {
    private static final UUID NONE = new UUID(0, 0);
    private static final int WARY_BATCHES = 4;

    private volatile @Nullable RecentEvents recent;
    /** Numbers for sources, from 1; they mean nothing outside this memory. */
    private final Map<Source, Integer> sources = new ConcurrentHashMap<>();

    private final AtomicInteger sourceLast = new AtomicInteger();
    private final AtomicInteger wary = new AtomicInteger();

    /** The events of late; the first time, those before this process began are all taken for old. */
    RecentEvents recent(Books.Transaction books) throws SQLException {
        RecentEvents known = recent;
        if (known == null) {
            known = begin(books);
        }
        return known;
    }

    private synchronized RecentEvents begin(Books.Transaction books) throws SQLException {
        RecentEvents known = recent;
        if (known == null) {
            UUID latest = books.latestEvent();
            known = new RecentEvents(latest == null ? NONE : latest);
            recent = known;
        }
        return known;
    }

    /** The digest of an event, or null when it is not among those of late. */
    @Nullable
    UUID digest(RecentEvents known, EventKey event) {
        Integer source = sources.get(event.source());
        return source == null ? null : known.digest(source, event.id());
    }

    /** Remembers what has just been made durable. */
    void committed(List<Posted> posted) {
        RecentEvents known = recent;
        if (known == null) {
            return;
        }
        synchronized (known) {
            for (Posted one : posted) {
                if (one.revision() == 0) {
                    EventKey event = one.event();
                    int source = sources.computeIfAbsent(event.source(), _ -> sourceLast.incrementAndGet());
                    known.add(source, event.id(), one.digest());
                }
            }
        }
    }

    /** Whether the next batch should be looked up event by event. */
    boolean areLikely() {
        return wary.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** A batch failed because one of its events was on the books: the next ones are looked up. */
    void found() {
        wary.set(WARY_BATCHES);
    }
}
