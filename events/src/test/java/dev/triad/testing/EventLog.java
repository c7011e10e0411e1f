package dev.triad.testing;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test writes to the topics, and reads back from them, past the service that it tests. */
public final class EventLog implements AutoCloseable {
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public EventLog(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes an event and waits until Kafka has it. */
    public void send(CloudEvent event) {
        send(binding.toRecord(event));
    }

    /** Writes any record and waits until Kafka has it. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        send(List.of(record));
    }

    /** Writes records, waits until Kafka has them all, and tells where each of them stands. */
    public List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        return sent.stream().map(EventLog::acknowledged).toList();
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e);
        }
    }

    /** All records of a topic, up to the end that it has now. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    /** The events of a topic that are as asked for; what breaks the contract is passed over. */
    public List<CloudEvent> events(String topic, Predicate<CloudEvent> wanted) {
        return records(topic).stream()
                .flatMap(record -> event(record).stream())
                .filter(wanted)
                .toList();
    }

    private Optional<CloudEvent> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(binding.fromRecord(record));
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
