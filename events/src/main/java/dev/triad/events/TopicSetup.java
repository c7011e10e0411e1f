package dev.triad.events;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are not there yet, the broker creates none by itself, and waits until all can be written. */
public final class TopicSetup {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final short ONE_COPY = 1;

    private final BrokerAccess broker;

    /** @param servers the brokers, {@code host:port} and separated by commas; they ask nobody who they are */
    public TopicSetup(String servers) {
        this(BrokerAccess.open(servers));
    }

    /** @param broker that of an administrator, where the broker asks who one is */
    public TopicSetup(BrokerAccess broker) {
        this.broker = broker;
    }

    /** Returns when every topic can be written. */
    public void create() throws IOException, InterruptedException {
        Map<String, Object> settings = broker.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> created :
                    admin.createTopics(topics()).values().values()) {
                awaitCreated(created);
            }
            awaitLeaders(admin);
        }
    }

    /**
     * A partition has its leader a moment after it was created. The first batch of a producer that is quicker is
     * refused, its second one is taken, and from then on the first is out of order however often it is sent again.
     */
    private static void awaitLeaders(Admin admin) throws IOException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics()) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        try {
            var unused = admin.listOffsets(ends).all().get();
        } catch (ExecutionException e) {
            throw new IOException("the topics have no leader", e);
        }
    }

    private static List<NewTopic> topics() {
        Stream<NewTopic> events = Topics.EVENTS.stream()
                .map(name -> new NewTopic(name, Topics.PARTITIONS, ONE_COPY).configs(Topics.EVENT_SETTINGS));
        NewTopic simulation = new NewTopic(Topics.SIMULATION, 1, ONE_COPY).configs(Topics.SIMULATION_SETTINGS);
        return Stream.concat(events, Stream.of(simulation)).toList();
    }

    private static void awaitCreated(KafkaFuture<Void> created) throws IOException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("the topics could not be created", e);
            }
        }
    }
}
