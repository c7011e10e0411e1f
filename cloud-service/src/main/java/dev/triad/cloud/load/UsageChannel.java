package dev.triad.cloud.load;

import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import dev.triad.events.UsageRecorded;
import dev.triad.signature.EventReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads all usage, in order within each partition, from where the latest checkpoint left it. */
@Singleton
public class UsageChannel {
    /** The channel, as it is named in the configuration. */
    static final String USAGE = "usage";

    private static final Logger LOG = Logger.getLogger(UsageChannel.class);

    private final EventReader reader;
    private final LoadDesk desk;
    private final Counter malformed;
    private final int batchMax;

    UsageChannel(
            EventReader reader,
            LoadDesk desk,
            MeterRegistry metrics,
            @ConfigProperty(name = "mp.messaging.incoming.usage.max.poll.records") int batchMax) {
        this.desk = desk;
        this.reader = reader;
        this.batchMax = batchMax;
        this.malformed = Counter.builder("triad.usage.malformed")
                .description("Usage records that break the contract; the ledger keeps them with the reason")
                .register(metrics);
    }

    @Incoming(USAGE)
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                CloudEvent event = reader.read(record);
                if (event.data() instanceof UsageRecorded usage) {
                    desk.take(event, usage);
                }
            } catch (InvalidEventException e) {
                malformed.increment();
            }
            desk.read(record.partition(), record.offset() + 1);
        }
        if (records.count() >= batchMax) {
            desk.behind();
        }
        settle();
    }

    /** A settlement that fails is tried again with the next batch; the channel itself never stops for it. */
    private void settle() throws InterruptedException {
        try {
            desk.settle();
        } catch (RuntimeException e) {
            LOG.error("settlement failed", e);
        }
    }
}
