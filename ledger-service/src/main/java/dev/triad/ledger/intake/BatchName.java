package dev.triad.ledger.intake;

import dev.triad.ledger.chain.Lane;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The name of a batch in the log: its partitions, each with its first offset and its last, {@code sales-3[40..97]}. */
final class BatchName {
    private BatchName() {}

    static String of(ConsumerRecords<byte[], byte[]> records) {
        return records.partitions().stream()
                .map(partition -> name(partition, records.records(partition)))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String name(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        return "%s[%d..%d]"
                .formatted(
                        Lane.of(partition.topic(), partition.partition()),
                        records.getFirst().offset(),
                        records.getLast().offset());
    }
}
