package dev.triad.ledger.log;

import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.ledger.problem.Problems;
import dev.triad.signature.Signer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes events to the log, which is the record; the ledger then takes them up as it does anyone's. */
@ApplicationScoped
public class EventPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BrokerAccess broker;
    private final Signer signer;
    private final Duration patience;
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    @Inject
    EventPublisher(BrokerAccess broker, Signer signer) {
        this(broker, signer, PATIENCE);
    }

    EventPublisher(BrokerAccess broker, Signer signer, Duration patience) {
        this.broker = broker;
        this.signer = signer;
        this.patience = patience;
    }

    /**
     * Returns once the log has the event, or throws the problem that it has not said so.
     *
     * @param advice what to do then
     */
    public void publish(CloudEvent event, String advice) {
        try {
            // A little more than the producer takes to give an event up.
            producer().send(signer.sign(binding.toRecord(event))).get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.LOG_UNAVAILABLE.because(advice);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw Problems.LOG_UNAVAILABLE.because(advice);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            int millis = Math.toIntExact(patience.toMillis());
            open = new KafkaProducer<>(
                    broker.with(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            millis,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            millis / 2,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            millis)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
