package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    /** What one run of the database was given by this process. */
    static final class Memory {
        private final String server;
        private final RecentEvents recent;
        /** Numbers for sources, from 1; they mean nothing outside this memory. */
        private final Map<Source, Integer> sources = new ConcurrentHashMap<>();

        private final AtomicInteger sourceLast = new AtomicInteger();

        private Memory(String server, RecentEvents recent) {
            this.server = server;
            this.recent = recent;
        }

        /** The digest of an event, or null when it is not among those of late. */
        @Nullable
        UUID digest(EventKey event) {
            Integer source = sources.get(event.source());
            return source == null ? null : recent.digest(source, event.id());
        }

        /** Whether an event that is not remembered may be on the books nevertheless, by the time in its id. */
        boolean mayHaveForgotten(EventKey event) {
            return recent.mayHaveForgotten(event.id());
        }

        /** Whoever asks much of it holds it meanwhile, which costs less than to take it for each event. */
        RecentEvents recent() {
            return recent;
        }

        /** Remembers what has just been made durable. */
        void committed(List<Posted> posted) {
            synchronized (recent) {
                remember(posted);
            }
        }

        private void remember(List<Posted> posted) {
            for (Posted one : posted) {
                if (one.revision() == 0) {
                    EventKey event = one.event();
                    int source = sources.computeIfAbsent(event.source(), _ -> sourceLast.incrementAndGet());
                    recent.add(source, event.id(), one.digest());
                }
            }
        }
    }

    private final Function<UUID, RecentEvents> newest;
    private volatile @Nullable Memory memory;
    private final AtomicInteger wary = new AtomicInteger();

    @Inject
    Repeats() {
        this(RecentEvents::new);
    }

    /** @param newest makes an empty memory of what is later than an id */
    Repeats(Function<UUID, RecentEvents> newest) {
        this.newest = newest;
    }

    /** What is remembered of these books; the first time, the events before this process began are all taken for old. */
    Memory of(Books.Transaction books) throws SQLException {
        Memory known = memory;
        return known != null && known.server.equals(books.server()) ? known : begin(books);
    }

    private synchronized Memory begin(Books.Transaction books) throws SQLException {
        Memory known = memory;
        if (known == null || !known.server.equals(books.server())) {
            UUID latest = books.latestEvent();
            known = new Memory(books.server(), newest.apply(latest == null ? NONE : latest));
            memory = known;
        }
        return known;
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
