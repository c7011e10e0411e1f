package dev.triad.cli.kafka;

import dev.triad.cli.CommandException;
import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.signature.Signer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka, acknowledged and idempotent as every producer of Triad's. */
public final class EventSender implements AutoCloseable {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS_FOR_SPEED = 10;
    /** Kafka's own. */
    private static final int LINGER_MILLIS_BY_DEFAULT = 5;

    private static final Duration CLOSE_LONGEST = Duration.ofSeconds(10);

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Signer signer;

    private EventSender(BrokerAccess broker, String client, Signer signer, int lingerMillis) {
        this.signer = signer;
        producer = new KafkaProducer<>(
                broker.with(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        client,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One that waits a moment for large batches, as whoever has much to send does. */
    public static EventSender fast(String servers, String client) {
        return signing(BrokerAccess.open(servers), client, Signer.NONE);
    }

    /** One such that signs what it sends. */
    public static EventSender signing(BrokerAccess broker, String client, Signer signer) {
        return new EventSender(broker, client, signer, LINGER_MILLIS_FOR_SPEED);
    }

    /** One that waits as long as Kafka's producers do by default, as whoever sends events one by one does. */
    public static EventSender steady(String servers, String client) {
        return new EventSender(BrokerAccess.open(servers), client, Signer.NONE, LINGER_MILLIS_BY_DEFAULT);
    }

    /**
     * Hands an event to the producer; waits while its buffer is full.
     *
     * @throws CommandException when Kafka did not take it, or one before it
     */
    public void send(CloudEvent event) {
        requireNoFailure();
        try {
            var unused = producer.send(signer.sign(binding.toRecord(event)), (_, e) -> {
                if (e != null) {
                    failure.compareAndSet(null, e);
                }
            });
        } catch (KafkaException e) {
            throw notTaken(e);
        }
    }

    /**
     * Waits until every event is acknowledged.
     *
     * @throws CommandException when Kafka did not take one
     */
    public void flush() {
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
            throw notTaken(first);
        }
    }

    private static CommandException notTaken(Exception e) {
        return new CommandException("Kafka did not take an event: " + e.getMessage());
    }
}
