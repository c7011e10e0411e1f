package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kcat commands of {@code docs/events.md}, run as they stand there against a real broker. */
class KcatExamplesContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaTestResource kafka = new KafkaTestResource();
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private String servers = "";

    @BeforeEach
    void startBroker() {
        assumeTrue(Programs.isInstalled("kcat"), "kcat is not installed");
        servers = Objects.requireNonNull(kafka.start().get("kafka.bootstrap.servers"))
                .replaceFirst("^.*://", "");
    }

    @AfterEach
    void stopBroker() {
        if (!servers.isEmpty()) {
            kafka.stop();
        }
    }

    @Test
    void whatKcatSendsIsAnEventThatKcatReads() throws Exception {
        // Given
        List<String> commands = EventReferenceContractTest.blocks("sh")
                .filter(block -> block.contains("kcat"))
                .toList();

        // When
        run(commands.getFirst());
        String read = run(commands.get(1));
        String json = run(commands.getLast());

        // Then
        assertThat(commands).hasSize(3);
        CloudEvent event = binding.fromRecord(onlyRecord());
        assertThat(event.data()).isInstanceOf(UsageRecorded.class);
        assertThat(event.key()).isEqualTo("shop");
        assertThat(read)
                .startsWith(event.key() + " ")
                .contains("ce_source=" + event.source(), "ce_id=" + event.id(), "\"quantity\":\"8\"");
        assertThat(json.lines()).singleElement(STRING).contains("\"ce_id\",\"%s\"".formatted(event.id()));
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command.replace("localhost:9092", servers))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private ConsumerRecord<byte[], byte[]> onlyRecord() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "group.id", "kcat-examples", "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.USAGE));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (records.isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(1);
        return records.getFirst();
    }
}
