package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.events.Topics;
import dev.triad.testing.EventLog;
import dev.triad.testing.HostileRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Everything up by one command, all four companies trading, and on the books. Meanwhile hostile records came on every topic,
 * while the units produced their history and again when they were live. It is started once for all the tests that look at it,
 * and stopped after the last of them.
 */
public final class TradingStack implements BeforeAllCallback {
    /** The companies that run by default, the one that commands are for first. */
    public static final List<String> COMPANIES = List.of("amazon", "ebay", "google", "microsoft");

    /** Hostile records for each topic, half of them in the history. */
    static final int HOSTILE_EACH = 10_000;

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(TradingStack.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<Component> UNITS = List.of(Component.STORE, Component.CLOUD, Component.DEVICE);

    /** What all tests share, closed when the last of them has run. */
    private record Shared(Path folder, RunningStack stack, Set<String> hostile) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stack.close();
            Utils.delete(folder.toFile());
        }
    }

    @SuppressWarnings("NullAway.Init") // beforeAll() sets it.
    private Shared shared;

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = context.getRoot().getStore(SHARED).computeIfAbsent(Shared.class, _ -> start(), Shared.class);
    }

    public RunningStack stack() {
        return shared.stack();
    }

    /** A folder for what a test needs beside it. */
    Path folder() {
        return shared.folder();
    }

    /** Where the hostile records stand. */
    Set<String> hostile() {
        return shared.hostile();
    }

    /** Counts a record that a test sent among the hostile ones. */
    public void countHostile(RecordMetadata record) {
        shared.hostile().add(position(record.topic(), record.partition(), record.offset()));
    }

    static String position(String topic, int partition, long offset) {
        return topic + '-' + partition + '@' + offset;
    }

    private static Shared start() {
        try {
            Path folder = Files.createTempDirectory("triad-trading");
            Shared shared = new Shared(
                    folder,
                    RunningStack.start(folder.resolve("trading"), EnumSet.allOf(Component.class)),
                    new HashSet<>());
            try {
                trade(shared);
            } catch (RuntimeException | Error e) {
                shared.close();
                throw e;
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trade(Shared shared) {
        RunningStack stack = shared.stack();
        try (EventLog log = new EventLog(stack.bootstrapServers())) {
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(declared(stack)).isEqualTo(COMPANIES));
            await().atMost(LONGEST)
                    .until(() -> Topics.EVENTS.stream()
                            .noneMatch(topic -> log.records(topic).isEmpty()));
            storm(log, 1, shared.hostile());
            await().atMost(LONGEST)
                    .until(() -> units(stack)
                            .allMatch(unit -> unit.path("phase").asText().equals("live")));
            storm(log, 2, shared.hostile());
            await().atMost(LONGEST)
                    .until(() -> stack.get(Component.LEDGER, "/api/v1/intake")
                                    .path("lag")
                                    .asLong(1)
                            == 0);
        }
    }

    private static void storm(EventLog log, long seed, Set<String> hostile) {
        List<ProducerRecord<byte[], byte[]>> sound = Topics.EVENTS.stream()
                .flatMap(topic -> log.records(topic).stream())
                .filter(record -> !HostileRecords.isKey(record.key()))
                .map(record -> new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                .toList();
        List<RecordMetadata> sent = log.send(HostileRecords.of(seed, sound, HOSTILE_EACH / 2));
        sent.forEach(record -> hostile.add(position(record.topic(), record.partition(), record.offset())));
    }

    private static List<String> declared(RunningStack stack) {
        return stack.get(Component.LEDGER, "/api/v1/groups")
                .path("groups")
                .valueStream()
                .map(group -> group.path("group").asText())
                .toList();
    }

    static Stream<JsonNode> units(RunningStack stack) {
        return UNITS.stream()
                .flatMap(unit ->
                        stack.get(unit, "/api/v1/simulation").path("units").valueStream());
    }
}
