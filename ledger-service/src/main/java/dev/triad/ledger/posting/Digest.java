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
    /** Looking it up, or making another one, costs more than what it does for an event. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

    private Digest() {}

    public static UUID of(CloudEvent event, byte[] value) {
        byte[] type = event.type().typeName().getBytes(StandardCharsets.UTF_8);
        byte[] subject = event.subject().getBytes(StandardCharsets.UTF_8);
        ByteBuffer attributes = ByteBuffer.allocate(3 * Integer.BYTES + Long.BYTES + type.length + subject.length)
                .putInt(type.length)
                .put(type)
                .putInt(subject.length)
                .put(subject)
                .putLong(event.time().getEpochSecond())
                .putInt(event.time().getNano());
        MessageDigest digest = SHA_256.get();
        digest.update(attributes.array());
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(value));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
