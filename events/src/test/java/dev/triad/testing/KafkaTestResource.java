package dev.triad.testing;

import dev.triad.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker in this JVM, with Triad's topics as production has them. */
public final class KafkaTestResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedKafkaBroker broker;

    @Override
    public Map<String, String> start() {
        EmbeddedKafkaBroker started = Startup.of("Kafka", KafkaTestResource::startWithTopics);
        broker = started;
        return Map.of("kafka.bootstrap.servers", started.getAdvertisedListeners());
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    private static EmbeddedKafkaBroker startWithTopics() {
        EmbeddedKafkaBroker started = broker().start();
        try {
            createTopics(started.getAdvertisedListeners());
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static EmbeddedKafkaBroker broker() {
        return new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withKafkaPort(FreePorts.next())
                .withControllerPort(FreePorts.next())
                .withDeleteLogDirsOnClose(true)
                .withAdditionalProperties(settings -> {
                    settings.put("auto.create.topics.enable", "false");
                    settings.put("group.initial.rebalance.delay.ms", "0");
                    settings.put("offsets.topic.num.partitions", "1");
                });
    }

    private static void createTopics(String servers) {
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : Topics.EVENTS) {
            topics.add(new NewTopic(topic, Topics.PARTITIONS, (short) 1).configs(Topics.EVENT_SETTINGS));
        }
        topics.add(new NewTopic(Topics.SIMULATION, 1, (short) 1).configs(Topics.SIMULATION_SETTINGS));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        }
    }
}
