package dev.triad.ledger.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition that this process put on the books last, with their digests. Most repeats come soon after
 * the event itself: they are told from here, and the database is spared the question.
 *
 * <p>A set-associative cache: an event may stand in any of a few places next to each other, and takes that of
 * the one that came first. Its memory never grows. As ids are ordered by time (UUIDv7), what had to make room
 * tells from about when on the cache is complete: only older events have to be looked for elsewhere.
 *
 * <p>Not safe for several threads at once.
 */
final class RecentEvents {
    private static final int WAYS = 4;
    private static final int SET_BITS = 13;
    private static final int GONE_MAX = 4_096;

    private final int setBits;

    /** The ids of sources begin with 1: what is 0 is free. */
    private final int[] sources;

    private final long[] ids;
    private final long[] digests;
    private final byte[] next;

    /** The latest of the events that made room, of these some thousand and of those before. */
    private long latestGone;

    private long latestGoneBefore;
    private int gone;

    /** @param horizon what is not later than this id may be on the books without having been seen here */
    RecentEvents(UUID horizon) {
        this(horizon, SET_BITS);
    }

    /** @param setBits how many sets there are, as a power of two */
    RecentEvents(UUID horizon, int setBits) {
        int sets = 1 << setBits;
        this.setBits = setBits;
        sources = new int[sets * WAYS];
        ids = new long[sets * WAYS * 2];
        digests = new long[sets * WAYS * 2];
        next = new byte[sets];
        latestGone = millis(horizon.getMostSignificantBits());
    }

    /** Whether an event that is not found here may be on the books nevertheless, by the time in its id. */
    boolean mayHaveForgotten(UUID id) {
        return millis(id.getMostSignificantBits()) <= Math.max(latestGone, latestGoneBefore);
    }

    /** The digest of an event, or null when it is not among the recent ones. */
    @Nullable
    UUID digest(int source, UUID id) {
        int at = find(source, id);
        return at < 0 ? null : new UUID(digests[2 * at], digests[2 * at + 1]);
    }

    /** Remembers an event that is on the books. */
    void add(int source, UUID id, UUID digest) {
        if (find(source, id) >= 0) {
            return;
        }
        int set = set(id);
        int at = set * WAYS + next[set];
        next[set] = (byte) ((next[set] + 1) % WAYS);
        if (sources[at] != 0) {
            makeRoom(ids[2 * at]);
        }
        sources[at] = source;
        ids[2 * at] = id.getMostSignificantBits();
        ids[2 * at + 1] = id.getLeastSignificantBits();
        digests[2 * at] = digest.getMostSignificantBits();
        digests[2 * at + 1] = digest.getLeastSignificantBits();
    }

    /** An id from the future counts for a while only: a mistake of one producer must not slow all down for good. */
    private void makeRoom(long id) {
        latestGone = Math.max(latestGone, millis(id));
        if (++gone == GONE_MAX) {
            latestGoneBefore = latestGone;
            latestGone = 0;
            gone = 0;
        }
    }

    private static long millis(long mostSignificantBits) {
        return mostSignificantBits >>> 16;
    }

    private int find(int source, UUID id) {
        int first = set(id) * WAYS;
        for (int at = first; at < first + WAYS; at++) {
            if (sources[at] == source
                    && ids[2 * at] == id.getMostSignificantBits()
                    && ids[2 * at + 1] == id.getLeastSignificantBits()) {
                return at;
            }
        }
        return -1;
    }

    private int set(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> Long.SIZE - setBits);
    }
}
