package dev.triad.cli.imports.delivery;

import dev.triad.cli.CommandException;
import dev.triad.cli.kafka.EventSender;
import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.Topics;
import dev.triad.signature.Signer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The Kafka topics, written with every replica's acknowledgement and without duplicates of a retry. */
final class EventLog implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

    private final EventSender sender;

    private EventLog(EventSender sender) {
        this.sender = sender;
    }

    /**
     * Connects, and makes sure that the topics are there.
     *
     * @throws DeliveryException when no broker answers or a topic is missing
     */
    static EventLog connect(BrokerAccess broker, Signer signer) {
        try {
            requireTopics(broker);
            return new EventLog(EventSender.signing(broker, "triad-import", signer));
        } catch (KafkaException e) {
            throw new DeliveryException(noBroker(broker), e);
        }
    }

    /** Hands an event to the producer; it waits when its buffer is full. */
    void send(CloudEvent event) {
        try {
            sender.send(event);
        } catch (CommandException e) {
            throw notTaken(e);
        }
    }

    /** Waits until every event is acknowledged. */
    void flush() {
        try {
            sender.flush();
        } catch (CommandException e) {
            throw notTaken(e);
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    private static DeliveryException notTaken(CommandException e) {
        return new DeliveryException(e.getMessage() + "; the same command again goes on from here", e);
    }

    private static void requireTopics(BrokerAccess broker) {
        int timeout = Math.toIntExact(CONNECT_TIMEOUT.toMillis());
        Map<String, Object> settings = broker.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout));
        try (Admin admin = Admin.create(settings)) {
            admin.describeTopics(Topics.EVENTS)
                    .allTopicNames()
                    .get(CONNECT_TIMEOUT.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted while connecting to Kafka", e);
        } catch (TimeoutException e) {
            throw new DeliveryException(noBroker(broker), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new DeliveryException(
                            "the broker at " + broker + " lacks Triad's topics; ./triad up makes them", e)
                    : refused(broker, e);
        }
    }

    private static DeliveryException refused(BrokerAccess broker, ExecutionException e) {
        return e.getCause() instanceof AuthenticationException || e.getCause() instanceof AuthorizationException
                ? new DeliveryException(
                        "the Kafka broker at %s lets nobody in that way (%s); --broker-settings names a file that says who one is"
                                .formatted(broker, e.getCause().getMessage()),
                        e)
                : new DeliveryException(noBroker(broker), e);
    }

    private static String noBroker(BrokerAccess broker) {
        return "no Kafka broker answers at " + broker
                + "; start the stack with ./triad up, or name the broker with --bootstrap-servers";
    }
}
