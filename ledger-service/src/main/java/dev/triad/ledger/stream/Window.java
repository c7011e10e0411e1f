package dev.triad.ledger.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The entries that were committed last, numbered from 1 on, bounded in number and in memory. It is all that the stream
 * holds: what waits for a reader waits here, however many readers there are. Numbers may be passed over, for entries
 * that nobody could be shown.
 */
final class Window {
    private final @Nullable LiveEntry[] slots;
    private final long bytesMax;
    private final ReentrantLock lock = new ReentrantLock();
    private long oldest = 1;
    private long next = 1;
    private long bytes;

    Window(int entriesMax, long bytesMax) {
        this.slots = new LiveEntry[entriesMax];
        this.bytesMax = bytesMax;
    }

    /**
     * What lies after a number.
     *
     * @param entries those that are held, in order
     * @param missed how many are not held any more, or never were
     * @param newest the number up to which that is all
     */
    record After(List<LiveEntry> entries, long missed, long newest) {
        After {
            entries = List.copyOf(entries);
        }
    }

    /** Takes further entries up, and lets go of the oldest where there are too many. */
    List<LiveEntry> add(List<BookedEntry> booked) {
        List<LiveEntry> added = new ArrayList<>(booked.size());
        lock.lock();
        try {
            for (BookedEntry entry : booked) {
                LiveEntry live = new LiveEntry(next, entry);
                added.add(live);
                put(live);
            }
            while (bytes > bytesMax) {
                letGo();
            }
        } finally {
            lock.unlock();
        }
        return added;
    }

    /** Passes over some numbers. */
    void skip(long count) {
        lock.lock();
        try {
            if (count >= slots.length) {
                clear();
                next += count;
                oldest = next;
                return;
            }
            for (long i = 0; i < count; i++) {
                put(null);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of everything. */
    void clear() {
        lock.lock();
        try {
            while (oldest < next) {
                letGo();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Those of some entries that are still held, in order. */
    List<LiveEntry> find(long[] sequences) {
        List<LiveEntry> found = new ArrayList<>(sequences.length);
        lock.lock();
        try {
            for (long sequence : sequences) {
                LiveEntry entry = held(sequence);
                if (entry != null) {
                    found.add(entry);
                }
            }
        } finally {
            lock.unlock();
        }
        return found;
    }

    After after(long sequence) {
        lock.lock();
        try {
            List<LiveEntry> entries = new ArrayList<>();
            for (long i = Math.max(sequence + 1, oldest); i < next; i++) {
                LiveEntry entry = held(i);
                if (entry != null) {
                    entries.add(entry);
                }
            }
            return new After(entries, Math.max(0, newest() - sequence - entries.size()), newest());
        } finally {
            lock.unlock();
        }
    }

    /** The number of the newest entry; 0 before the first. */
    long newest() {
        lock.lock();
        try {
            return next - 1;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the oldest entry that is held; 0 when none is. */
    long oldest() {
        lock.lock();
        try {
            for (long i = oldest; i < next; i++) {
                if (held(i) != null) {
                    return i;
                }
            }
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable LiveEntry held(long sequence) {
        return sequence >= oldest && sequence < next ? slots[slot(sequence)] : null;
    }

    private void put(@Nullable LiveEntry entry) {
        if (next - oldest == slots.length) {
            letGo();
        }
        slots[slot(next)] = entry;
        bytes += entry == null ? 0 : entry.bytes();
        next++;
    }

    private void letGo() {
        int slot = slot(oldest);
        LiveEntry entry = slots[slot];
        bytes -= entry == null ? 0 : entry.bytes();
        slots[slot] = null;
        oldest++;
    }

    private int slot(long sequence) {
        return Math.toIntExact(sequence % slots.length);
    }
}
