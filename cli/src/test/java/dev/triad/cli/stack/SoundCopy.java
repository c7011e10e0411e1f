package dev.triad.cli.stack;

import dev.triad.events.Topics;
import dev.triad.testing.EventLog;
import dev.triad.testing.HostileRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Copies all events of one broker to another, record by record, and leaves out the hostile ones. */
final class SoundCopy implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> from;
    private final EventLog to;

    SoundCopy(String fromServers, String toServers) {
        from = new KafkaConsumer<>(
                Map.of("bootstrap.servers", fromServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        to = new EventLog(toServers);
        from.assign(Topics.EVENTS.stream()
                .flatMap(topic -> from.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        from.seekToBeginning(List.of());
    }

    /** Copies what has come since the last time, up to the end that there is now. */
    void advance() {
        Map<TopicPartition, Long> ends = from.endOffsets(from.assignment());
        while (ends.entrySet().stream().anyMatch(end -> from.position(end.getKey()) < end.getValue())) {
            List<ProducerRecord<byte[], byte[]>> sound = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : from.poll(Duration.ofMillis(100))) {
                if (!HostileRecords.isKey(record.key())) {
                    sound.add(copy(record));
                }
            }
            to.send(sound);
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), record.headers());
    }

    @Override
    public void close() {
        from.close();
        to.close();
    }
}
