package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * The events of an import, until the ledger says what became of each for good. What it has settled is forgotten
 * along the way, so that a long import holds few at a time as long as the ledger keeps up.
 */
final class Settlement {
    /** How many events may be open; what is sent beyond is not followed up, and counts as unknown. */
    static final int OPEN_MAX = 3_000_000;

    private static final int ASK_EVERY = 100_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** How long those in suspense may stay as many as they are, until it is believed that they wait for good. */
    private static final Duration CALM = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Map<Source, Set<UUID>> open = new LinkedHashMap<>();
    private final Map<EventState, Long> settled = new EnumMap<>(EventState.class);
    private long size;
    private long waiting;
    private long unfollowed;
    private long sentSinceAsked;

    Settlement(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes note of an event that was sent; false when it was sent before. */
    boolean sent(Source source, UUID id) {
        if (size >= OPEN_MAX) {
            unfollowed++;
            return true;
        }
        if (++sentSinceAsked >= ASK_EVERY) {
            sentSinceAsked = 0;
            ask();
        }
        boolean added = open.computeIfAbsent(source, _ -> new HashSet<>()).add(id);
        size += added ? 1 : 0;
        return added;
    }

    /** Takes note of an event that the ledger knew before; one in suspense may still come out of it. */
    void known(Source source, UUID id, EventState state) {
        if (state == EventState.WAITING) {
            waiting += sent(source, id) ? 1 : 0;
        } else {
            settled.merge(state, 1L, Long::sum);
        }
    }

    /** Waits until the ledger knows every event, or until it came no further for so long. */
    void await(Duration patience, Progress progress) {
        long total = size;
        if (total == 0) {
            return;
        }
        long lastChange = System.nanoTime();
        try (Progress.Bar bar = progress.start("Posting", "events", total)) {
            while (size > 0) {
                long sizeBefore = size;
                long waitingBefore = waiting;
                ask();
                bar.to(total - size + waiting);
                if (size != sizeBefore || waiting != waitingBefore) {
                    lastChange = System.nanoTime();
                }
                if (System.nanoTime() - lastChange >= limit(patience).toNanos()) {
                    return;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    long count(EventState state) {
        return state == EventState.WAITING ? waiting : settled.getOrDefault(state, 0L);
    }

    /** How many events the ledger does not know, or was not asked about. */
    long unknown() {
        return size - waiting + unfollowed;
    }

    private Duration limit(Duration patience) {
        return size == waiting && CALM.compareTo(patience) < 0 ? CALM : patience;
    }

    /** One round over all that is open; it stops at the first question that the ledger leaves without an answer. */
    private void ask() {
        long stillWaiting = 0;
        for (Map.Entry<Source, Set<UUID>> source : open.entrySet()) {
            for (List<UUID> ids : chunks(source.getValue())) {
                try {
                    stillWaiting += settle(
                            source.getValue(),
                            ledger.lookup(source.getKey(), ids).join());
                } catch (CompletionException e) {
                    return;
                }
            }
        }
        waiting = stillWaiting;
    }

    private long settle(Set<UUID> ids, Map<UUID, EventState> states) {
        long stillWaiting = 0;
        for (Map.Entry<UUID, EventState> event : states.entrySet()) {
            if (event.getValue() == EventState.WAITING) {
                stillWaiting++;
            } else if (ids.remove(event.getKey())) {
                size--;
                settled.merge(event.getValue(), 1L, Long::sum);
            }
        }
        return stillWaiting;
    }

    private static List<List<UUID>> chunks(Set<UUID> ids) {
        List<UUID> all = new ArrayList<>(ids);
        List<List<UUID>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Ledger.LOOKUP_MAX) {
            chunks.add(all.subList(from, Math.min(from + Ledger.LOOKUP_MAX, all.size())));
        }
        return chunks;
    }
}
