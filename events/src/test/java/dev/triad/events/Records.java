package dev.triad.events;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Kafka records as a consumer gets them. */
final class Records {
    private Records() {}

    /** What a consumer reads after a producer sent this. */
    static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return of(sent.topic(), sent.headers(), sent.value());
    }

    // A deleted value is null in Kafka, whatever the type parameter says.
    @SuppressWarnings("NullAway")
    static ConsumerRecord<byte[], byte[]> of(String topic, Headers headers, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic, 0, 0L, 0L, TimestampType.CREATE_TIME, 0, 0, new byte[0], value, headers, Optional.empty());
    }
}
