package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** The events that were sent, until the ledger says what became of each. */
final class Settlement {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** How long those in suspense may stay as many as they are, until it is believed that they wait for good. */
    private static final Duration CALM = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Map<Source, Set<UUID>> open = new LinkedHashMap<>();
    private final Map<EventState, Long> settled = new EnumMap<>(EventState.class);
    private long waiting;

    Settlement(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes note of an event that was sent; false when it was sent before. */
    boolean sent(Source source, UUID id) {
        return open.computeIfAbsent(source, _ -> new HashSet<>()).add(id);
    }

    /** Waits until the ledger knows every event, or until it came no further for so long. */
    void await(Duration patience, Progress progress) {
        long total = size();
        long lastChange = System.nanoTime();
        try (Progress.Bar bar = progress.start("Posting", "events", total)) {
            while (size() > 0) {
                long before = size() - waiting;
                long waitingBefore = waiting;
                ask();
                bar.to(total - size() + waiting);
                if (size() - waiting != before || waiting != waitingBefore) {
                    lastChange = System.nanoTime();
                }
                Duration still = Duration.ofNanos(System.nanoTime() - lastChange);
                if (still.compareTo(size() == waiting ? min(CALM, patience) : patience) >= 0) {
                    return;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    long count(EventState state) {
        return state == EventState.WAITING ? waiting : settled.getOrDefault(state, 0L);
    }

    /** How many events the ledger does not know. */
    long unknown() {
        return size() - waiting;
    }

    private long size() {
        return open.values().stream().mapToLong(Set::size).sum();
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
        for (Map.Entry<UUID, EventState> event : new HashMap<>(states).entrySet()) {
            if (event.getValue() == EventState.WAITING) {
                stillWaiting++;
            } else if (ids.remove(event.getKey())) {
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

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
