package dev.triad.signature;

import dev.triad.events.KafkaBinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is made of: a fixed beginning, each of the {@link #SIGNED} headers in that order, and the data. Before
 * each stands its length in four bytes, most significant first, or {@code ffffffff} when it is absent: so no two events
 * come to the same bytes, wherever one attribute ends and the next begins. Of a header that stands twice the last counts,
 * as it does when the event is read.
 */
final class SignedContent {
    /** The headers that are signed, in this order. The topic is not among them: an event's type decides it. */
    static final List<String> SIGNED = List.of(
            KafkaBinding.SPEC_VERSION,
            KafkaBinding.ID,
            KafkaBinding.SOURCE,
            KafkaBinding.TYPE,
            KafkaBinding.SUBJECT,
            KafkaBinding.TIME,
            KafkaBinding.CONTENT_TYPE,
            KafkaBinding.IDEMPOTENCY_KEY,
            KafkaBinding.REQUEST_DIGEST,
            KafkaBinding.PRODUCER);

    private static final byte[] BEGINNING = "triad-signature-1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_DATA = new byte[0];
    private static final int ABSENT = -1;
    private static final int PRODUCER = SIGNED.indexOf(KafkaBinding.PRODUCER);

    private final byte[] @Nullable [] attributes = new byte[SIGNED.size()][];
    private final byte @Nullable [] value;
    private byte @Nullable [] signature;

    SignedContent(Headers headers, byte @Nullable [] value) {
        this.value = value;
        // One pass: each look-up by name would go through all of them again.
        for (Header header : headers) {
            String name = header.key();
            int index = SIGNED.indexOf(name);
            if (index >= 0) {
                attributes[index] = header.value();
            } else if (name.equals(KafkaBinding.SIGNATURE)) {
                signature = header.value();
            }
        }
    }

    /** Who is said to have signed it. */
    byte @Nullable [] producer() {
        return attributes[PRODUCER];
    }

    /** The signature as it stands on the record. */
    byte @Nullable [] signature() {
        return signature;
    }

    /** All that comes before the data, its length included. */
    byte[] envelope() {
        int length = BEGINNING.length + Integer.BYTES;
        for (byte[] attribute : attributes) {
            length += Integer.BYTES + (attribute == null ? 0 : attribute.length);
        }
        ByteBuffer envelope = ByteBuffer.allocate(length).put(BEGINNING);
        for (byte[] attribute : attributes) {
            envelope.putInt(attribute == null ? ABSENT : attribute.length);
            if (attribute != null) {
                envelope.put(attribute);
            }
        }
        return envelope.putInt(value == null ? ABSENT : value.length).array();
    }

    byte[] data() {
        return value == null ? NO_DATA : value;
    }
}
