package dev.triad.ledger.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * The hash of a run of entries. This is the one place that says which fields of an entry are hashed and how: big-endian,
 * in the order of {@link #add}, each field of a fixed width, the postings after their number.
 */
public final class EntryHash {
    private static final int BUFFER_BYTES = 1 << 14;
    private static final int FIXED_BYTES = 3 * Long.BYTES + 2 * Short.BYTES + 2 * Integer.BYTES + 6 * Long.BYTES + 5;
    private static final int POSTING_BYTES = Integer.BYTES + Long.BYTES;
    private static final int POSTINGS_MAX = (BUFFER_BYTES - FIXED_BYTES) / POSTING_BYTES;

    private final MessageDigest digest = Hash.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private int entries;

    public EntryHash add(ChainedEntry entry) {
        entries++;
        room(FIXED_BYTES);
        buffer.putLong(entry.position()).putShort((short) entry.revision()).putShort((short) entry.rule());
        uuid(entry.event());
        buffer.putInt(entry.source()).putInt(entry.group());
        uuid(entry.digest());
        buffer.putLong(entry.timeMicros());
        UUID rate = entry.rateEvent();
        if (rate == null) {
            buffer.put((byte) 0);
        } else {
            buffer.put((byte) 1).putLong(entry.rateFromMicros());
            uuid(rate);
        }
        postings(entry.accounts(), entry.amounts());
        return this;
    }

    public int entries() {
        return entries;
    }

    /** The hash of all that was added; nothing may be added afterwards. */
    public Hash result() {
        flush();
        return Hash.result(digest);
    }

    private void postings(int[] accounts, long[] amounts) {
        buffer.putInt(accounts.length);
        for (int i = 0; i < accounts.length; i++) {
            if (i % POSTINGS_MAX == 0) {
                room(POSTING_BYTES * Math.min(POSTINGS_MAX, accounts.length - i));
            }
            buffer.putInt(accounts[i]).putLong(amounts[i]);
        }
    }

    private void uuid(UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
