package dev.triad.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a service keeps for itself in the log, in records that are no events, and how it knows them again: by its own key. Who
 * else can write there cannot have it go on from a state that it never was in. Thread-safe.
 */
public final class OwnRecords {
    /** Every record is taken for its own, and none is signed. */
    public static final OwnRecords UNSIGNED = new OwnRecords(List.of(), new LogCut(Map.of()));

    /** The header with the signature. */
    static final String SIGNATURE = "triad_signature";

    /** No event's signature begins like it, so that none can stand for that of a record of one's own. */
    private static final byte[] BEGINNING = "triad-own-record-1".getBytes(StandardCharsets.US_ASCII);

    private final List<SigningKey> keys;
    private final LogCut requiredFrom;

    /**
     * Records of one's own.
     *
     * @param keys the one that signs, and those that did before
     * @param requiredFrom records before it are taken as they are: nobody signed anything yet
     */
    public OwnRecords(List<SigningKey> keys, LogCut requiredFrom) {
        this.keys = List.copyOf(keys);
        this.requiredFrom = requiredFrom;
    }

    /** The headers of a record. */
    public Headers headers(byte[] key, byte[] value) {
        Headers headers = new RecordHeaders();
        if (!keys.isEmpty()) {
            headers.add(SIGNATURE, keys.getFirst().signature(envelope(key), value));
        }
        return headers;
    }

    /** Whether a record, with key and value, is its own. */
    public boolean contain(ConsumerRecord<byte[], byte[]> record) {
        if (keys.isEmpty() || requiredFrom.isAfter(record.topic(), record.partition(), record.offset())) {
            return true;
        }
        Header signature = record.headers().lastHeader(SIGNATURE);
        if (signature == null) {
            return false;
        }
        byte[] envelope = envelope(record.key());
        return keys.stream()
                .anyMatch(key -> MessageDigest.isEqual(key.signature(envelope, record.value()), signature.value()));
    }

    private static byte[] envelope(byte[] key) {
        return ByteBuffer.allocate(BEGINNING.length + Integer.BYTES + key.length)
                .put(BEGINNING)
                .putInt(key.length)
                .put(key)
                .array();
    }
}
