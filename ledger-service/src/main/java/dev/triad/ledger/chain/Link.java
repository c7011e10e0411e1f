package dev.triad.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One link: what one transaction posted in one lane.
 *
 * @param lane see {@link Lane}
 * @param height counted from 1
 * @param from the first offset of its range
 * @param to the first offset after its range; the same as {@code from} in the lane of suspense
 * @param unposted the records of the range that this transaction did not post: set aside, or said before
 * @param own how many entries it posted for records of its range
 * @param ownHash their {@link EntryHash}, in the order of the log
 * @param elsewhere how many entries it made for records at other places: repricings, and what left suspense
 * @param elsewhereHash their {@link EntryHash}, in the order in which the link lists them
 */
public record Link(
        String lane,
        long height,
        long from,
        long to,
        OffsetRanges unposted,
        int own,
        Hash ownHash,
        int elsewhere,
        Hash elsewhereHash) {
    /** The first byte of what is hashed; another form of links will have another. */
    static final byte VERSION = 1;

    /** The {@link #elsewhereHash} of a link that lists no entries, and the {@link #ownHash} of one that has none. */
    public static final Hash NO_ENTRIES = new EntryHash().result();

    private static final int NUMBERS_BYTES = 3 * Long.BYTES + 2 * Integer.BYTES;

    /** What this link makes of the hash of the link before it. */
    public Hash after(Hash previous) {
        MessageDigest digest = Hash.sha256();
        byte[] name = lane.getBytes(StandardCharsets.UTF_8);
        digest.update(VERSION);
        digest.update(previous.bytes());
        digest.update((byte) name.length);
        digest.update(name);
        digest.update(ByteBuffer.allocate(NUMBERS_BYTES)
                .putLong(height)
                .putLong(from)
                .putLong(to)
                .putInt(own)
                .putInt(elsewhere)
                .array());
        digest.update(unposted.encoded());
        digest.update(ownHash.bytes());
        digest.update(elsewhereHash.bytes());
        return Hash.result(digest);
    }
}
