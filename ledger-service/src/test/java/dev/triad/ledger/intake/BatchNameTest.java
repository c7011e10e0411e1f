package dev.triad.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchNameTest {
    @Test
    void namesPartitionsWithTheirFirstOffsetAndTheirLast() {
        ConsumerRecords<byte[], byte[]> records = new ConsumerRecords<>(
                Map.of(
                        new TopicPartition("triad.usage", 0), records("triad.usage", 0, 7, 7),
                        new TopicPartition("triad.sales", 3), records("triad.sales", 3, 40, 97)),
                Map.of());

        assertThat(BatchName.of(records)).isEqualTo("sales-3[40..97],usage-0[7..7]");
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, int partition, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(offset -> new ConsumerRecord<>(topic, partition, offset, new byte[0], new byte[0]))
                .toList();
    }
}
