package dev.triad.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event ids: UUIDv7 (RFC 9562), time-ordered, so that an index of them stays small and warm.
 *
 * <p>A derived id takes the event's own time and a digest of its natural key: whoever says the same thing
 * again, after a crash or a second import, says it under the same id.
 */
public final class EventIds {
    private static final int LENGTH = 36;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** By their bytes, which begin with the time, as databases order them. */
    public static final Comparator<UUID> ORDER = (left, right) -> {
        int most = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    };

    private EventIds() {}

    /** The id of what is named by the key at that time: equal arguments, equal ids. */
    public static UUID derived(Instant time, Source source, String... key) {
        MessageDigest digest = sha256();
        digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
        for (String part : key) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length in front keeps ("ab", "c") and ("a", "bc") apart.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer random = ByteBuffer.wrap(digest.digest());
        return of(time.toEpochMilli(), random.getLong(), random.getLong());
    }

    static UUID parse(Defect defect, String field, String text) {
        UUID id = parse(text);
        if (id == null) {
            throw new InvalidEventException(defect, field + " must be a UUID in its full form of 36 characters");
        }
        return id;
    }

    /**
     * Reads a UUID in its full form of 36 characters, in either case, or gives null. {@link UUID#fromString}
     * takes shortened and signed forms too, and only the full form is one id in every language.
     */
    public static @Nullable UUID parse(String text) {
        if (text.length() != LENGTH
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            return null;
        }
        try {
            return new UUID(
                    hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18),
                    hex(text, 19, 23) << 48 | hex(text, 24, LENGTH));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static long hex(String text, int from, int to) {
        return HexFormat.fromHexDigitsToLong(text, from, to);
    }

    /** A UUIDv7 of a time and 74 bits taken from two words. */
    public static UUID of(long epochMilli, long high, long low) {
        long most = (epochMilli << 16) | VERSION_7 | (high & 0xFFFL);
        long least = VARIANT | (low & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(most, least);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
