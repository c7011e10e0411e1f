package dev.triad.signature;

import dev.triad.events.Defect;
import dev.triad.events.InvalidEventException;
import dev.triad.events.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Who may write to the log, and how each is known. Where there are none, everybody may. Thread-safe. */
public final class Producers {
    /** Everybody may write, and nothing is checked. */
    public static final Producers NONE = new Producers(List.of(), new LogCut(Map.of()));

    private final Map<String, Producer> byName;
    private final LogCut requiredFrom;

    /**
     * Some producers.
     *
     * @param requiredFrom records before it are taken as they are: nobody signed anything yet
     */
    public Producers(Collection<Producer> producers, LogCut requiredFrom) {
        this.byName = producers.stream().collect(Collectors.toUnmodifiableMap(Producer::name, Function.identity()));
        this.requiredFrom = requiredFrom;
    }

    /** Whether nothing is checked. */
    public boolean isNone() {
        return byName.isEmpty();
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Whether what somebody signs from now on is believed, of the sources that are theirs. */
    public boolean believe(Signer signer) {
        ProducerRecord<byte[], byte[]> sample = signer.sign(new ProducerRecord<>(Topics.REFERENCE, new byte[0]));
        try {
            var unused = proven(new ConsumerRecord<>(
                    Topics.REFERENCE,
                    0,
                    Long.MAX_VALUE,
                    ConsumerRecord.NO_TIMESTAMP,
                    TimestampType.NO_TIMESTAMP_TYPE,
                    0,
                    0,
                    null,
                    sample.value(),
                    sample.headers(),
                    Optional.empty()));
            return true;
        } catch (InvalidEventException e) {
            return false;
        }
    }

    /**
     * Finds out who wrote a record.
     *
     * @return the producer, or null for a record that nobody has to have signed
     * @throws InvalidEventException when it cannot be said, and must be
     */
    @Nullable
    Producer proven(ConsumerRecord<byte[], byte[]> record) {
        if (isNone() || requiredFrom.isAfter(record.topic(), record.partition(), record.offset())) {
            return null;
        }
        SignedContent content = new SignedContent(record.headers(), record.value());
        byte[] name = content.producer();
        byte[] signature = content.signature();
        if (name == null || signature == null) {
            throw new InvalidEventException(
                    Defect.UNSIGNED, "ce_producer or ce_signature is missing: events must be signed here");
        }
        Producer producer = byName.get(new String(name, StandardCharsets.UTF_8));
        if (producer == null) {
            throw new InvalidEventException(Defect.PRODUCER, "ce_producer names none that triad.producers knows here");
        }
        requireSigned(producer, content, signature, record);
        return producer;
    }

    private static void requireSigned(
            Producer producer, SignedContent content, byte[] signature, ConsumerRecord<byte[], byte[]> record) {
        boolean expired = false;
        for (TrustedKey trusted : producer.keys()) {
            // Equal in constant time: how much of a guess was right must not show.
            if (MessageDigest.isEqual(trusted.key().signature(content), signature)) {
                if (trusted.isValidAt(record.topic(), record.partition(), record.offset())) {
                    return;
                }
                expired = true;
            }
        }
        throw expired
                ? new InvalidEventException(
                        Defect.KEY, "ce_signature is by a key of " + producer.name() + " that had been retired")
                : new InvalidEventException(
                        Defect.SIGNATURE, "ce_signature is not that of this event by any key of " + producer.name());
    }
}
