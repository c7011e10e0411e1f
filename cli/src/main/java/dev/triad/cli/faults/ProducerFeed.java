package dev.triad.cli.faults;

import dev.triad.cli.workload.Workload;
import dev.triad.cli.workload.WorkloadSettings;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Feeds by a Kafka producer that waits for every acknowledgement and tries for two minutes. */
final class ProducerFeed implements Feed {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final int LINGER_MILLIS = 5;

    /** Shorter than the broker is away: the producer asks again before the first answer comes. */
    private static final int IMPATIENT_MILLIS = 400;

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final WorkloadSettings workload;
    private final Pace pace;
    private final FutureTask<Fed> feeding = new FutureTask<>(this::feed);
    private final Thread thread = Thread.ofPlatform().name("feed").daemon().unstarted(feeding);

    /** @param idempotent whether the broker recognises its retries */
    ProducerFeed(String servers, WorkloadSettings workload, boolean idempotent) {
        this.workload = workload;
        this.pace = new Pace(workload.records());
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, idempotent,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        if (!idempotent) {
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, IMPATIENT_MILLIS);
        }
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public long records() {
        return workload.records();
    }

    @Override
    public void struck() {
        pace.struck();
    }

    @Override
    public void over() {
        pace.over();
    }

    @Override
    public Fed await() throws IOException, InterruptedException {
        try {
            return feeding.get();
        } catch (ExecutionException e) {
            throw new IOException("the log did not take every event", e.getCause());
        }
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            producer.close(Duration.ZERO);
        } catch (KafkaException e) {
            // An interrupted producer complains of just that.
            failure.compareAndSet(null, e);
        }
    }

    private Fed feed() throws Exception {
        Fed.Memory memory = new Fed.Memory(workload.group(), new Workload(workload));
        for (long number = 0; memory.hasNext(); number++) {
            pace.await(number);
            var unused = producer.send(binding.toRecord(memory.next()), (metadata, e) -> {
                if (e != null) {
                    failure.compareAndSet(null, e);
                } else {
                    ends.merge(
                            new TopicPartition(metadata.topic(), metadata.partition()),
                            metadata.offset() + 1,
                            Math::max);
                }
            });
        }
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw first;
        }
        return memory.all();
    }
}
