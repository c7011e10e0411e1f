package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka, acknowledged and idempotent as every producer of Triad's. */
final class Sender implements AutoCloseable {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS_FOR_SPEED = 10;
    private static final int LINGER_MILLIS_FOR_LATENCY = 1;
    private static final Duration CLOSE_LONGEST = Duration.ofSeconds(10);

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;

    private Sender(String servers, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "triad-bench",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One that waits a moment for large batches, as whoever has much to send does. */
    static Sender fast(String servers) {
        return new Sender(servers, LINGER_MILLIS_FOR_SPEED);
    }

    /** One that hardly waits, as whoever wants to be heard soon does. */
    static Sender prompt(String servers) {
        return new Sender(servers, LINGER_MILLIS_FOR_LATENCY);
    }

    /** Hands an event to the producer; waits while its buffer is full. */
    void send(CloudEvent event) {
        requireNoFailure();
        var unused = producer.send(binding.toRecord(event), (_, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Waits until every event is acknowledged. */
    void flush() {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close(CLOSE_LONGEST);
    }

    private void requireNoFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw new CommandException("Kafka did not take an event: " + first.getMessage());
        }
    }
}
