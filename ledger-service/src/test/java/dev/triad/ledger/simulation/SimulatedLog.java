package dev.triad.ledger.simulation;

import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Topics with partitions: what was appended stays, in order. */
final class SimulatedLog {
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new TreeMap<>(ORDER);
    private final Map<TopicPartition, List<Received>> received = new TreeMap<>(ORDER);
    private final RecordDecoder decoder = new RecordDecoder();

    void create(TopicPartition partition) {
        records.put(partition, new ArrayList<>());
        received.put(partition, new ArrayList<>());
    }

    List<TopicPartition> partitions() {
        return List.copyOf(records.keySet());
    }

    void append(TopicPartition partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        List<ConsumerRecord<byte[], byte[]>> there = records(partition);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                there.size(),
                there.size(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                headers,
                Optional.empty());
        there.add(record);
        received(partition).add(decoder.decode(record));
    }

    long end(TopicPartition partition) {
        return records(partition).size();
    }

    /** Some records from an offset on. */
    List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from, int max) {
        List<ConsumerRecord<byte[], byte[]>> there = records(partition);
        int begin = (int) Math.min(from, there.size());
        return List.copyOf(there.subList(begin, Math.min(there.size(), begin + max)));
    }

    /** The records of a partition as intake decodes them. */
    List<Received> received(TopicPartition partition) {
        return received.getOrDefault(partition, List.of());
    }

    Received received(RecordPosition position) {
        return received(new TopicPartition(position.topic(), position.partition()))
                .get(Math.toIntExact(position.offset()));
    }

    private List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition) {
        return records.getOrDefault(partition, List.of());
    }
}
