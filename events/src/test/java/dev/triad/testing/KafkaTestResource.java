package dev.triad.testing;

import dev.triad.events.TopicSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.util.Map;
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

    private static EmbeddedKafkaBroker startWithTopics() throws IOException {
        EmbeddedKafkaBroker started = broker().start();
        try {
            new TopicSetup(started.getAdvertisedListeners()).create();
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        } catch (InterruptedException e) {
            started.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
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
}
