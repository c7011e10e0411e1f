package dev.triad.ledger.posting;

import dev.triad.events.CloudEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What an event says, in 128 bits of SHA-256: type, subject, time and data as they stood on the record.
 * Two events of one id with different digests are not the same event said twice.
 */
public final class Digest {
    /** Looked up once, and cloned for each event: looking it up costs more than what it does. */
    private static final MessageDigest SHA_256 = prototype();

    private Digest() {}

    public static UUID of(CloudEvent event, byte[] value) {
        MessageDigest digest = sha256();
        text(digest, event.type().typeName());
        text(digest, event.subject());
        digest.update(ByteBuffer.allocate(12)
                .putLong(event.time().getEpochSecond())
                .putInt(event.time().getNano())
                .array());
        digest.update(value);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
