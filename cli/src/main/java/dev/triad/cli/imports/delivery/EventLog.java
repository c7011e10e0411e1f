package dev.triad.cli.imports.delivery;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The Kafka topics, written with every replica's acknowledgement and without duplicates of a retry. */
final class EventLog implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration BLOCK_MAX = Duration.ofSeconds(60);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 10;

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;

    private EventLog(String servers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "triad-import",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        BLOCK_MAX.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Connects, and makes sure that the topics are there.
     *
     * @throws DeliveryException when no broker answers or a topic is missing
     */
    static EventLog connect(String servers) {
        try {
            requireTopics(servers);
            return new EventLog(servers);
        } catch (KafkaException e) {
            throw new DeliveryException(noBroker(servers), e);
        }
    }

    /** Hands an event to the producer; it waits when its buffer is full. */
    void send(CloudEvent event) {
        requireNoFailure();
        try {
            var unused = producer.send(binding.toRecord(event), (_, e) -> {
                if (e != null) {
                    failure.compareAndSet(null, e);
                }
            });
        } catch (KafkaException e) {
            throw notTaken(e);
        }
    }

    /** Waits until every event is acknowledged. */
    void flush() {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void requireNoFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw notTaken(first);
        }
    }

    private static DeliveryException notTaken(Exception e) {
        return new DeliveryException(
                "Kafka did not take an event: %s; the same command again goes on from here".formatted(e.getMessage()),
                e);
    }

    private static void requireTopics(String servers) {
        int timeout = Math.toIntExact(CONNECT_TIMEOUT.toMillis());
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        try (Admin admin = Admin.create(settings)) {
            admin.describeTopics(Topics.EVENTS)
                    .allTopicNames()
                    .get(CONNECT_TIMEOUT.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted while connecting to Kafka", e);
        } catch (TimeoutException e) {
            throw new DeliveryException(noBroker(servers), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new DeliveryException(
                            "the broker at " + servers + " lacks Triad's topics; ./triad up makes them", e)
                    : new DeliveryException(noBroker(servers), e);
        }
    }

    private static String noBroker(String servers) {
        return "no Kafka broker answers at " + servers
                + "; start the stack with ./triad up, or name the broker with --bootstrap-servers";
    }
}
