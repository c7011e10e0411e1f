package dev.triad.cloud.load;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Sets the usage consumer to the offsets of the checkpoint: they and the load belong together. */
@Singleton
@Identifier(UsageChannel.USAGE)
public class UsagePosition implements KafkaConsumerRebalanceListener {
    private final LoadDesk desk;

    UsagePosition(LoadDesk desk) {
        this.desk = desk;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, desk.position(partition.partition()));
        }
    }
}
