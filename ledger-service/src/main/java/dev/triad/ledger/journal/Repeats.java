package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.RecordPosition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells events that came before. Those of late are remembered, by the partition that they came from, as partitions are
 * read at different paces and a producer's repeat has the partition of what it repeats. Older ones, by the time in their
 * ids, are looked up; all others are taken for new. When the unique index proves that wrong (another replica posted the
 * event, it came from another partition, or its id is not of the time at which it was sent), the batch and the few after
 * it are looked up event by event.
 */
@Singleton
class Repeats {
    private static final UUID NONE = new UUID(0, 0);
    private static final int WARY_BATCHES = 4;

    /**
     * What one run of the database was given by this process. Several batches share it; each of them holds its monitor
     * for as long as it asks or tells, which costs less than to take it for each event.
     */
    static final class Memory {
        private final String server;
        private final Function<UUID, RecentEvents> later;
        private final Map<TopicPartition, RecentEvents> partitions = new HashMap<>();
        /** Numbers for sources, from 1; they mean nothing outside this memory. */
        private final Map<Source, Integer> sources = new HashMap<>();

        private @Nullable RecordPosition last;
        private @Nullable RecentEvents ofLast;

        private Memory(String server, Function<UUID, RecentEvents> later) {
            this.server = server;
            this.later = later;
        }

        /** A partition's events; the first time, all that the books hold of it are taken for old. */
        RecentEvents of(RecordPosition position, Books.Transaction books) throws SQLException {
            RecentEvents recent = known(position);
            if (recent == null) {
                TopicPartition partition = new TopicPartition(position.topic(), position.partition());
                UUID latest = books.latestEvent(partition);
                recent = later.apply(latest == null ? NONE : latest);
                partitions.put(partition, recent);
            }
            return recent;
        }

        /** Records come in runs of one partition. */
        private @Nullable RecentEvents known(RecordPosition position) {
            if (ofLast == null || last == null || !last.isBeside(position)) {
                ofLast = partitions.get(new TopicPartition(position.topic(), position.partition()));
                last = position;
            }
            return ofLast;
        }

        /** The number of an event's source. */
        int source(EventKey event) {
            return sources.computeIfAbsent(event.source(), _ -> sources.size() + 1);
        }

        /** Remembers what has just been made durable. */
        synchronized void committed(List<Posted> posted) {
            for (Posted one : posted) {
                RecentEvents recent = one.revision() == 0 ? known(one.position()) : null;
                if (recent != null) {
                    recent.add(source(one.event()), one.event().id(), one.digest());
                }
            }
        }
    }

    private final Function<UUID, RecentEvents> later;
    private volatile @Nullable Memory memory;
    private final AtomicInteger wary = new AtomicInteger();

    @Inject
    Repeats() {
        this(RecentEvents::new);
    }

    /** @param later makes an empty memory of what is later than an id */
    Repeats(Function<UUID, RecentEvents> later) {
        this.later = later;
    }

    /** What is remembered of these books. */
    Memory of(Books.Transaction books) throws SQLException {
        Memory known = memory;
        return known != null && known.server.equals(books.server()) ? known : begin(books);
    }

    private synchronized Memory begin(Books.Transaction books) throws SQLException {
        Memory known = memory;
        if (known == null || !known.server.equals(books.server())) {
            known = new Memory(books.server(), later);
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
