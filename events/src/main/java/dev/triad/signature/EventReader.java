package dev.triad.signature;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads events, and believes none whose source is not allowed to who wrote it. What is not signed as it must be is not
 * even parsed. Thread-safe.
 */
public final class EventReader {
    private final Producers producers;
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    public EventReader(Producers producers) {
        this.producers = producers;
    }

    /**
     * Reads an event.
     *
     * @throws InvalidEventException when the record breaks the contract, or is not by whom its source must be by
     */
    public CloudEvent read(ConsumerRecord<byte[], byte[]> record) {
        Producer producer = producers.proven(record);
        CloudEvent event = binding.fromRecord(record);
        if (producer != null) {
            producer.requireMayWrite(event.source());
        }
        return event;
    }
}
