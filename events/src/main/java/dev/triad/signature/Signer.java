package dev.triad.signature;

import dev.triad.events.KafkaBinding;
import dev.triad.events.Names;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Signs records as one producer, or leaves them as they are where there is no key. Thread-safe. */
public final class Signer {
    /** Signs nothing. */
    public static final Signer NONE = new Signer(null);

    private record Identity(String producer, SigningKey key) {}

    private final @Nullable Identity identity;

    private Signer(@Nullable Identity identity) {
        this.identity = identity;
    }

    /**
     * A signer.
     *
     * @param producer who signs, a name
     */
    public static Signer of(String producer, SigningKey key) {
        if (!Names.isName(producer)) {
            throw new IllegalArgumentException(
                    "triad.signing.producer must be a name of lower-case letters, digits, '.', '_' and '-', 1 to 63 long");
        }
        return new Signer(new Identity(producer, key));
    }

    /** Who signs, or null where nobody does. */
    public @Nullable String producer() {
        return identity == null ? null : identity.producer();
    }

    /** Signs a record that is otherwise complete: no attribute of its event may be changed after this. */
    public ProducerRecord<byte[], byte[]> sign(ProducerRecord<byte[], byte[]> record) {
        if (identity == null) {
            return record;
        }
        record.headers()
                .remove(KafkaBinding.SIGNATURE)
                .remove(KafkaBinding.PRODUCER)
                .add(KafkaBinding.PRODUCER, identity.producer().getBytes(StandardCharsets.US_ASCII));
        byte[] signature = identity.key().signature(new SignedContent(record.headers(), record.value()));
        record.headers().add(KafkaBinding.SIGNATURE, signature);
        return record;
    }
}
